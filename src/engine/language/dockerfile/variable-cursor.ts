import { scriptOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import { isPosixShell } from "../../shell/effective-shell.ts";
import type { Range } from "../../text/text.ts";
import type { Cursor } from "./cursor.ts";

/** A `$NAME` or `${NAME` that is being written. The range begins with the dollar; a brace that closes is not in it. */
export type VariableCursor = {
	readonly range: Range;
	readonly isBraced: boolean;
	/** Whether the brace that closes stands there already. */
	readonly isClosed: boolean;
	/** Who puts the value in: Docker, or the shell of the command. */
	readonly expandedBy: "docker" | "shell";
	readonly instruction: Instruction;
	readonly outer: Instruction;
};

/** The variable that the cursor is in; undefined where it is in none, and where nobody expands it. */
export function variableAt(file: Dockerfile, cursor: Cursor): VariableCursor | undefined {
	if (!("instruction" in cursor) || cursor.kind === "flag" || cursor.kind === "mount-key" || cursor.kind === "name") return undefined;
	const { text } = file;
	const { offset, instruction, outer } = cursor;
	const match = /\$(\{?)(?:[A-Za-z_]\w*)?$/.exec(text.slice(Math.max(0, offset - longestName), offset));
	if (!match) return undefined;
	const start = offset - match[0].length;
	const expandedBy = expanderOf(file, cursor, start);
	if (!expandedBy) return undefined;
	const escape = expandedBy === "docker" ? file.escape : "\\";
	let escapes = 0;
	while (text[start - 1 - escapes] === escape) escapes++;
	// Two dollars are the number of the shell's process.
	if (escapes % 2 === 1 || (text[start - 1] === "$" && expandedBy === "shell")) return undefined;
	const end = offset + (/^\w*/.exec(text.slice(offset, offset + longestName))?.[0].length ?? 0);
	return { range: { start, end }, isBraced: match[1] === "{", isClosed: text[end] === "}", expandedBy, instruction, outer };
}

const longestName = 200;

/** ADD and the like expand exec forms, too; nobody expands those of commands. */
function expanderOf(file: Dockerfile, cursor: Extract<Cursor, { readonly instruction: Instruction }>, start: number): "docker" | "shell" | undefined {
	const { keyword } = cursor.instruction;
	switch (cursor.kind) {
		case "flag-value":
			return keyword === "HEALTHCHECK" || cursor.name === "from" ? undefined : "docker";
		case "mount-value":
			return cursor.key === "from" ? undefined : "docker";
		case "string":
			return keyword === "ADD" || keyword === "COPY" || keyword === "VOLUME" ? "docker" : undefined;
		case "text":
			return cursor.heredoc.expand ? "docker" : undefined;
		case "shell": {
			const { heredoc, instruction, outer } = cursor;
			if (heredoc && !heredoc.expand && !scriptOf(outer)) return undefined;
			const from = heredoc?.body.start ?? instruction.argsRange.start;
			return isInSingleQuotes(file.text, from, start) || !isPosixShell(file, outer, stateBefore(file, outer)) ? undefined : "shell";
		}
		case "word":
		case "value":
			return keyword === "MAINTAINER" || isInSingleQuotes(file.text, cursor.range.start, start) ? undefined : "docker";
		default:
			return undefined;
	}
}

function isInSingleQuotes(text: string, from: number, to: number): boolean {
	let quote = "";
	for (let at = from; at < to; at++) {
		const character = text[at] ?? "";
		// An apostrophe without a partner on its line quotes nothing.
		if (character === "\n") quote = quote === "'" ? "" : quote;
		else if (character === "\\" && quote !== "'") at++;
		else if (character === quote) quote = "";
		else if (!quote && (character === "'" || character === '"')) quote = character;
	}
	return quote === "'";
}
