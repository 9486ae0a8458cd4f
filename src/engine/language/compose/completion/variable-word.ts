import type { ComposeFile } from "../../../compose/syntax.ts";
import { type Message, say } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";
import type { Draft } from "../../completion.ts";
import { composeVariables } from "../variables.ts";
import { composeCursorAt, isInComment } from "./cursor.ts";

/** A name of a variable that is being written, behind `$` or `${`. */
export type VariableWord = { readonly range: Range; readonly isBraced: boolean; readonly isClosed: boolean };

/** Undefined in keys and comments, and behind `$$`. */
export function variableWordAt(file: ComposeFile, offset: number): VariableWord | undefined {
	const { text } = file;
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	const before = text.slice(Math.max(lineStart, offset - 300), offset);
	const [, dollars = "", brace = "", name = ""] = /(\$+)(\{?)([a-zA-Z_]\w*|)$/.exec(before) ?? [];
	if (dollars.length % 2 === 0 || isInComment(file, offset) || composeCursorAt(file, offset)?.hasColon) return undefined;
	const behind = /^\w*/.exec(text.slice(offset, offset + 200))?.[0] ?? "";
	const range = { start: offset - name.length, end: offset + behind.length };
	return { range, isBraced: brace !== "", isClosed: /^(?:\}|:?[-+?])/.test(text.slice(range.end, range.end + 2)) };
}

export function variableDrafts(
	file: ComposeFile,
	{ range, isBraced, isClosed }: VariableWord,
	variables: ReadonlyMap<string, Message | string>,
): readonly Draft[] {
	const used = composeVariables(file).filter(({ at }) => at.start !== range.start);
	const names = new Map<string, Message | string>(variables);
	for (const { name } of used) if (!names.has(name)) names.set(name, say`Used in this file`);
	return [...names].map(([name, detail]): Draft => {
		const text = isBraced && !isClosed ? `${name}}` : name;
		return { label: name, kind: "variable", detail, ...(text !== name && { text, filter: name }) };
	});
}
