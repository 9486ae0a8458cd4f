import { toUpperAsGo } from "../../../dockerfile/characters.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { readPowershellWords } from "./powershell-words.ts";
import { readShellTokens, type ShellToken } from "./shell-tokens.ts";
import type { ShellKind } from "./snippet.ts";

/**
 * Whether Docker reads the same in both: the same keyword, flags, arguments, here documents and trigger. White space counts in all of them, but between the words of a
 * script that a known shell runs; letter case does not in keywords, and in the `AS` of FROM and the `CMD` of HEALTHCHECK, which are as good as keywords.
 */
export function isSameInstruction(one: Instruction, other: Instruction, shell: ShellKind): boolean {
	return (
		one.keyword === other.keyword &&
		one.json === other.json &&
		one.separator === other.separator &&
		one.error?.message === other.error?.message &&
		one.flags.length === other.flags.length &&
		one.flags.every(({ text }, index) => text === other.flags[index]?.text) &&
		one.args.length === other.args.length &&
		one.args.every(({ text }, index) => text === other.args[index]?.text || isSameArgument(one, text, other.args[index]?.text ?? "", index, shell)) &&
		one.heredocs.length === other.heredocs.length &&
		one.heredocs.every((document, index) => {
			const twin = other.heredocs[index];
			return (["name", "fd", "expand", "chomp", "content"] as const).every((key) => document[key] === twin?.[key]);
		}) &&
		(one.trigger === undefined) === (other.trigger === undefined) &&
		(!one.trigger || !other.trigger || isSameInstruction(one.trigger, other.trigger, shell))
	);
}

function isSameArgument({ keyword, args, json }: Instruction, text: string, twin: string, index: number, shell: ShellKind): boolean {
	const isAsGoodAsKeyword = (keyword === "FROM" && index === 1 && args.length === 3) || (keyword === "HEALTHCHECK" && index === 0);
	if (isAsGoodAsKeyword) return toUpperAsGo(text) === toUpperAsGo(twin);
	const isScript = !json && (keyword === "RUN" || keyword === "CMD" || keyword === "ENTRYPOINT" || (keyword === "HEALTHCHECK" && index === 1));
	if (!isScript || shell === "other") return false;
	const key = keyOf(text, shell);
	return key !== undefined && key === keyOf(twin, shell);
}

function keyOf(text: string, shell: ShellKind): string | undefined {
	if (shell === "posix") return shellKey(text);
	return readPowershellWords(text, 0, text.length)
		?.map(({ start, end }) => text.slice(start, end))
		.join("\n");
}

/** Two scripts with the same key are the same to the shell: only white space between tokens differs. */
function shellKey(text: string): string | undefined {
	const tokens = readShellTokens(text, 0, text.length);
	if (!tokens) return undefined;
	let key = "";
	let last: ShellToken | undefined;
	for (const token of tokens) {
		const isApart = last && (token.start > last.end || token.kind === "control" || last.kind === "control");
		key += `${isApart ? "\n" : ""}${text.slice(token.start, token.end)}`;
		last = token;
	}
	return key;
}

/** Whether all that is in two files besides instructions is the same: directives, and comments in their order. */
export function isSameAround(one: Dockerfile, other: Dockerfile): boolean {
	const commentsOf = ({ comments, text }: Dockerfile): readonly string[] => comments.map(({ start, end }) => text.slice(start, end).trimEnd());
	const [comments, others] = [commentsOf(one), commentsOf(other)];
	return (
		one.escape === other.escape &&
		one.directives.length === other.directives.length &&
		one.directives.every(({ name, value }, index) => name === other.directives[index]?.name && value.text === other.directives[index].value.text) &&
		comments.length === others.length &&
		comments.every((comment, index) => comment === others[index])
	);
}
