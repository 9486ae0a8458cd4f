import type { Dockerfile } from "../dockerfile/syntax.ts";
import { scopeBefore } from "../dockerfile/variables.ts";
import type { Problem } from "../lint/rule.ts";
import { type Call, callsOf } from "../shell/calls.ts";
import { type Naming, type Package, packagesOf } from "../shell/packages.ts";
import type { ShellWord } from "../shell/shell-word.ts";
import { say } from "../text/message.ts";
import { asHadolint } from "./as-hadolint.ts";

/** The option by which a rule speaks also of packages whose names the file does not tell. */
export const unknownNames = { default: false, hadolint: true, description: "Report also packages whose names a variable or another command gives." } as const;

/** The option by which a rule takes all that a call names for packages. */
export const everyOperand = {
	default: false,
	hadolint: true,
	description: "Report also files, folders and packages of the project, which have no version.",
} as const;

/** One finding a call that installs packages without saying in which version. `hadolints` are the calls for which hadolint says so as well. */
export function reportUnpinned(file: Dockerfile, naming: Naming, withUnknown: boolean, hadolints?: (call: Call) => boolean): readonly Problem[] {
	const calls = callsOf(file, ...naming.programs);
	if (calls.length === 0) return none;
	const problems: Problem[] = [];
	for (const call of calls) {
		if (naming.first(call) === undefined || naming.isDecided?.(call)) continue;
		const unpinned = packagesOf(call, naming).filter(
			({ word, name, isPinned }) => isPinned === false || (withUnknown && name === undefined && !isPinned && !isVersioned(file, call, word, naming)),
		);
		const first = unpinned[0] ?? (withUnknown ? variableOf(call) : undefined);
		if (first) problems.push({ ...problem(first, unpinned.length - 1), ...asHadolint(call, hadolints?.(call)) });
	}
	return problems;
}

function isVersioned(file: Dockerfile, { instruction }: Call, { text }: ShellWord, { versionByVariable }: Naming): boolean {
	if (!versionByVariable?.test(text)) return false;
	const scope = scopeBefore(file, instruction);
	return [...text.matchAll(/\$(?:(\w+)|\{(\w+)\})/g)].some(([, plain, braced]) => scope.get(plain ?? braced ?? "") !== undefined);
}

/** An operand that is one variable, for who does not look what it holds. */
function variableOf({ operandWords }: Call): Package | undefined {
	const word = operandWords.find((each) => each && /^["']?\$(?:\w+|\{\w+\})["']?$/.test(each.text));
	return word && { word, name: undefined, isPinned: undefined };
}

const none: readonly Problem[] = [];

function problem({ word, name }: Package, others: number): Problem {
	const text = name ?? word.text;
	const message =
		others <= 0
			? say`\`${text}\` is installed in whatever version there is on the day of the build`
			: say`\`${text}\` and ${others} more are installed in whatever version there is on the day of the build`;
	return { at: word, message };
}

/** What the rules say of it. */
export const whyPinned = [
	"The same file makes another image tomorrow: a build that works today may break, and nobody can tell what an older image was made of.",
	"A pinned version is found again as long as its repository keeps it, so pinning is worth its care only where somebody renews the versions.",
] as const;

export const fixesOfUnpinned = { never: "Which version to take is for you to decide." } as const;
