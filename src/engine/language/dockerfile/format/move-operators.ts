import { applyEdits, insert, remove, type Edit } from "../../../text/text.ts";
import type { OperatorPlace } from "../../format-options.ts";
import type { Line, Snippet } from "./snippet.ts";
import type { ShellToken } from "./shell-tokens.ts";

/** The instruction's lines with `&&`, `||` and `|` in their place at line breaks. A line that held nothing else goes. */
export function moveOperators(snippet: Snippet, place: Exclude<OperatorPlace, "keep">): string {
	const { text, headEnd, lines, tokens = [] } = snippet;
	const edits: Edit[] = [];
	const content = lines.filter(({ kind, start, end }) => kind === "content" && end > start);
	let next = 0;
	for (const [index, line] of content.entries()) {
		const before = content[index - 1];
		while ((tokens[next]?.start ?? Infinity) < line.start) next++;
		const [last, first, second] = [tokens[next - 1], tokens[next], tokens[next + 1]];
		if (place === "first" && first?.start === line.start && first.isBinary && second && text.slice(first.end, second.start) !== " " && second.start <= line.end)
			edits.push({ start: first.end, end: second.start, text: " " });
		if (!before || !last || first?.start !== line.start || last.end > before.end) continue;
		// One that no command stands before is no operator between two.
		if (place === "first" && next > 1) edits.push(...toBeginning(last, first, before, text));
		if (place === "last") edits.push(...toEnd(last, first, line, text, second));
	}
	const shift = lines[0]?.lineStart ?? 0;
	return applyEdits(
		text.slice(shift, headEnd),
		edits.map((edit) => ({ ...edit, start: edit.start - shift, end: edit.end - shift })),
	);
}

const lineOf = ({ lineStart, lineEnd }: Line): Edit => remove({ start: lineStart, end: lineEnd + 1 });

function toBeginning(last: ShellToken, first: ShellToken, before: Line, text: string): readonly Edit[] {
	if (!last.isBinary || first.kind === "control" || first.kind === "comment") return [];
	const moved = insert(first.start, `${text.slice(last.start, last.end)} `);
	if (last.start === before.start) return [lineOf(before), moved];
	let start = last.start;
	while (text[start - 1] === " " || text[start - 1] === "\t") start--;
	return [remove({ start, end: last.end }), moved];
}

function toEnd(last: ShellToken, first: ShellToken, line: Line, text: string, second: ShellToken | undefined): readonly Edit[] {
	if (!first.isBinary || last.kind === "control" || last.kind === "comment" || second?.kind === "comment") return [];
	const moved = insert(last.end, ` ${text.slice(first.start, first.end)}`);
	if (first.end === line.end) return line.isContinued ? [moved, lineOf(line)] : [];
	return second ? [moved, remove({ start: first.start, end: second.start })] : [];
}
