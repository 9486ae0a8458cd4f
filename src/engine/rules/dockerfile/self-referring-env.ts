import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { referencesOf } from "../../dockerfile/references.ts";
import { rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { mayImageSet } from "../../image/environment.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { contains, remove, replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "self-referring-env",
	peers: { hadolint: ["DL3044"] },
	category: "correctness",
	severity: "error",
	title: "A variable is used in the `ENV` that sets it",
	why: ["Docker replaces the variables of an `ENV` before it sets any of them: one that the same instruction sets still has its old value, or none."],
	fixes: {
		onRequest: "What comes after the variable gets an `ENV` of its own, and then has the value.",
		never: "The variable is set after its use.",
	},
	options: {
		everyUse: {
			default: false,
			hadolint: true,
			description: "Report also where a value of the base image may be meant, and a variable that the same `ENV` sets more than once, from its old value.",
		},
	},
	needs: ["ENV"],
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ENV APP_HOME=/opt/app APP_BIN=$APP_HOME/bin
			`,
			good: dockerfile`
				FROM debian:12
				ENV APP_HOME=/opt/app
				ENV APP_BIN=$APP_HOME/bin
			`,
		},
	],

	check(file, { options: { everyUse } }) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "ENV")) {
			if (instruction.args.length < 4 || instruction.separator !== "=" || instruction.error || !instruction.logical.text.includes("$")) continue;
			for (const problem of problemsOf(file, instruction, everyUse)) problems.push(problem);
		}
		return problems;
	},
});

function* problemsOf(file: Dockerfile, instruction: Instruction, everyUse: boolean) {
	const pairs = pairsOf(instruction);
	const names = new Set(pairs.map(({ name }) => name.text));
	const scope = scopeBefore(file, instruction);
	const said = new Set<string>();
	for (const { name, start, end } of referencesOf(file, instruction)) {
		if (!names.has(name) || said.has(name) || scope.get(name)) continue;
		const user = pairs.findIndex(({ value }) => value && contains(value, { start, end }));
		// `PATH=/opt/bin:$PATH` means the old value, and `${HOST:-web}` has one of its own.
		if (user < 0 || (!everyUse && (mayBeOld(file, instruction, name) || ownValue.test(file.text.slice(start, end))))) continue;
		if (pairs[user]?.name.text === name && !(everyUse && pairs.filter((pair) => pair.name.text === name).length > 1)) continue;
		said.add(name);
		const fix = split(file, instruction, pairs.findIndex((pair) => pair.name.text === name) < user ? (pairs[user]?.name.start ?? 0) : 0);
		const message =
			name === "PATH"
				? say`\`${name}\` still has its old value here, because the same \`ENV\` sets it`
				: say`\`${name}\` has no value here yet, because the same \`ENV\` sets it`;
		yield { at: { start, end }, message, ...(fix && { fix }) };
	}
}

const ownValue = /^\$\{\w+:?-./;

/** Whether the base image is known to set the variable, so that its value may be meant. */
function mayBeOld(file: Dockerfile, instruction: Instruction, name: string): boolean {
	const stage = stageOf(file, instruction);
	const image = stage && rootImageOf(file, stage);
	return name !== "PATH" && image !== undefined && mayImageSet(image, name) === true;
}

function split({ text, escape }: Dockerfile, { range, keywordRange }: Instruction, before: number): Fix | undefined {
	if (before === 0) return undefined;
	const indentation = text.slice(text.lastIndexOf("\n", range.start - 1) + 1, range.start);
	const keyword = text.slice(keywordRange.start, keywordRange.end);
	const title = say`Set it in an ENV before`;
	const line = text.lastIndexOf("\n", before - 1) + 1;
	if (line <= range.start) {
		const end = text.includes("\r\n") ? "\r\n" : "\n";
		const blank = /[ \t]+$/.exec(text.slice(range.start, before))?.[0].length ?? 0;
		return { title, edits: [replace({ start: before - blank, end: before }, `${end}${indentation}${keyword} `)], safe: false };
	}
	// The line above goes on to this one, comments between them aside.
	const above = /[ \t]*([\\`])[ \t]*(\r?\n(?:[ \t]*#[^\n]*\n)*)$/.exec(text.slice(range.start, line));
	if (above?.[1] !== escape || text.slice(line, before).trim() !== "") return undefined;
	const start = range.start + above.index;
	const continuation = { start, end: start + above[0].length - (above[2]?.length ?? 0) };
	return { title, edits: [remove(continuation), replace({ start: line, end: before }, `${indentation}${keyword} `)], safe: false };
}
