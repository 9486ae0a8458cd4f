import { parse } from "../../../dockerfile/parse.ts";
import { skipSpace } from "../../../dockerfile/characters.ts";
import type { Dockerfile, Instruction, Word } from "../../../dockerfile/syntax.ts";
import { commandWords } from "../../../shell/commands.ts";
import type { Range } from "../../../text/text.ts";
import { readPowershellWords } from "./powershell-words.ts";
import { readShellTokens, type ShellToken } from "./shell-tokens.ts";

/** What reads the shell form of an instruction; "other" where nothing is known of its white space, as of that of `cmd`. */
export type ShellKind = "posix" | "powershell" | "other";

/** A line of an instruction, here documents apart. Offsets are in the snippet. */
export type Line = {
	readonly kind: "content" | "comment" | "blank";
	readonly lineStart: number;
	/** What stands there, without blanks around it and without the character by which the line goes on. Empty on a line of that character alone. */
	readonly start: number;
	readonly end: number;
	/** Where the character stands by which it goes on, or else where the line ends. */
	readonly contentEnd: number;
	readonly lineEnd: number;
	readonly isContinued: boolean;
};

/** An instruction by itself, its lines ended by "\n". */
export type Snippet = {
	readonly text: string;
	/** Where its here documents begin, or where it ends. */
	readonly headEnd: number;
	readonly file: Dockerfile;
	readonly instruction: Instruction;
	/** The instruction that ONBUILD holds, or the instruction itself. */
	readonly inner: Instruction;
	readonly lines: readonly Line[];
	/** What no white space may be put into: flags, arguments, and of a script that cannot be read all. */
	readonly words: readonly Range[];
	/** Those of a script for a shell like `sh`, where it can be read. */
	readonly tokens: readonly ShellToken[] | undefined;
};

/** Reads an instruction's lines, to which those of its here documents are added. Undefined where that is not one instruction which Docker can read. */
export function readSnippet(head: string, bodies: string, escape: Dockerfile["escape"], shell: ShellKind, readTokens = readShellTokens): Snippet | undefined {
	const directive = escape === "`" ? "# escape=`\n" : "";
	const text = `${directive}${head}${bodies}`;
	const file = parse(text);
	const [instruction, second] = file.instructions;
	if (!instruction || second || file.problems.length > 0) return undefined;
	const inner = instruction.trigger ?? instruction;
	const headEnd = directive.length + head.length;
	const command = inner.json ? undefined : commandWords(inner)[0];
	const script = command && readScript(inner, command, shell, readTokens);
	const words = [instruction, inner].flatMap(({ flags, args }): Range[] => [...flags, ...args]).filter((word) => word !== command || !script);
	return {
		text,
		headEnd,
		file,
		instruction,
		inner,
		lines: linesOf(text, directive.length, headEnd, escape),
		words: script?.words ? [...words, ...script.words] : words,
		tokens: script?.tokens,
	};
}

type Script = { readonly tokens?: readonly ShellToken[]; readonly words?: readonly Range[] };

function readScript({ logical, logicalArgs }: Instruction, command: Word, shell: ShellKind, readTokens: typeof readShellTokens): Script | undefined {
	const { end } = logicalArgs;
	const start = end - command.text.length;
	if (shell === "powershell") return { words: readPowershellWords(logical.text, start, end)?.map((word) => logical.toDocumentRange(word)) ?? [command] };
	const tokens = shell === "posix" ? readTokens(logical.text, start, end) : undefined;
	if (!tokens || tokens.some((token) => opensIfMoved(logical.text, start, token.start))) return undefined;
	return { tokens: tokens.map((token) => ({ ...token, ...logical.toDocumentRange(token) })) };
}

/** To Docker `||<<EOF` is one word, and no here document: it would be one with a blank before it. */
const opensIfMoved = (text: string, start: number, at: number): boolean =>
	text.startsWith("<<", at) && text[at + 2] !== "<" && at > start && !/\s/.test(text[at - 1] ?? "");

function linesOf(text: string, start: number, end: number, escape: string): readonly Line[] {
	const lines: Line[] = [];
	for (let lineStart = start; lineStart <= end;) {
		const feed = text.indexOf("\n", lineStart);
		const lineEnd = feed < 0 || feed > end ? end : feed;
		lines.push(toLine(text, lineStart, lineEnd, escape, lines.length > 0));
		lineStart = lineEnd + 1;
	}
	return lines;
}

function toLine(text: string, lineStart: number, lineEnd: number, escape: string, isLater: boolean): Line {
	const first = skipSpace(text, lineStart, lineEnd);
	if (isLater && first >= lineEnd) return { kind: "blank", lineStart, start: lineEnd, end: lineEnd, contentEnd: lineEnd, lineEnd, isContinued: true };
	if (isLater && text[first] === "#") {
		const end = trimEnd(text, first, lineEnd);
		return { kind: "comment", lineStart, start: first, end, contentEnd: lineEnd, lineEnd, isContinued: true };
	}
	const last = trimEnd(text, lineStart, lineEnd);
	const isContinued = last > lineStart && text[last - 1] === escape && !(last - 2 >= lineStart && text[last - 2] === escape);
	const contentEnd = isContinued ? last - 1 : lineEnd;
	let from = lineStart;
	while (from < contentEnd && isBlank(text[from])) from++;
	return { kind: "content", lineStart, start: from, end: Math.max(from, trimEnd(text, from, contentEnd)), contentEnd, lineEnd, isContinued };
}

export const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";

export function trimEnd(text: string, from: number, to: number): number {
	while (to > from && isBlank(text[to - 1])) to--;
	return to;
}
