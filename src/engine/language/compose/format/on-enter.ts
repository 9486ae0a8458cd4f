import { allNodes, type ComposeFile } from "../../../compose/syntax.ts";
import type { Edit } from "../../../text/text.ts";
import type { Indent } from "../../format-options.ts";
import { usualWidth } from "./levels.ts";

const line = /^( *)((?:-[ \t]+)*)(.*)$/;
const key = `(?:"[^"]*"|'[^']*'|[^\\s"'#&!*[\\]{},|>@%\`-](?:[^\\s#]|[ \\t]+(?![\\s#]))*?)[ \\t]*:`;
const properties = `(?:[ \\t]+[&!]\\S*)*`;
/** A key whose value is to come. */
const isOpen = new RegExp(`^${key}${properties}[ \\t]*$`);
const isFull = new RegExp(`^${key}[ \\t]+\\S`);
const isTextAhead = new RegExp(`^(?:${key})?${properties}[ \\t]*[|>][-+1-9]{0,2}[ \\t]*$`);

/**
 * What follows from an empty line that was just begun at the offset: it is as deep as what belongs there below the line above it, also where that begins with `-`.
 * Nothing in texts, in brackets and below comments.
 */
export function editsOnEnterInCompose(file: ComposeFile, offset: number, { text: indentText, width }: Indent): readonly Edit[] {
	const { text, comments } = file;
	const start = text.lastIndexOf("\n", offset - 1) + 1;
	const lineEnd = text.indexOf("\n", start);
	const written = text.slice(start, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, "");
	if (start === 0 || written.trim() !== "") return [];
	const aboveStart = text.lastIndexOf("\n", start - 2) + 1;
	const comment = comments.find((each) => each.start >= aboveStart && each.start < start);
	const above = text.slice(aboveStart, comment?.start ?? start - 1).replace(/^\uFEFF|\s+$/g, "");
	const [, lead = "", dashes = "", content = ""] = line.exec(above) ?? [];
	if (content === "") return [];
	// What goes on from a line above this one is no entry.
	for (const node of allNodes(file)) {
		const isText = node.kind === "scalar" || ("isFlow" in node && node.isFlow);
		if (isText && node.end > node.start && node.start < aboveStart && node.end > aboveStart) return [];
		if (isText && node.start < start && node.end > start) return [];
	}
	const column = lead.length + dashes.length;
	const deeper = column + (indentText === "\t" ? usualWidth : width);
	const wanted = isOpen.test(content)
		? deeper
		: isTextAhead.test(content)
			? /^[|>]/.test(content)
				? column
				: deeper
			: dashes !== "" && isFull.test(content)
				? column
				: undefined;
	if (wanted === undefined || written === " ".repeat(wanted)) return [];
	return [{ start, end: start + written.length, text: " ".repeat(wanted) }];
}
