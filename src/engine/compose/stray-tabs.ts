import { say } from "../text/message.ts";
import { lastBelow } from "../text/search.ts";
import type { Range } from "../text/text.ts";
import { columnOf, textBefore } from "./rewrite/parts.ts";
import { allNodes, type ComposeFile, type ComposeNode } from "./syntax.ts";

/**
 * Tabs that YAML passes over and Compose's reader does not: on a line that holds nothing else or a comment, and behind the `-` of an item. In brackets and quotes it
 * takes them, between two comments, and below a text without quotes where they stand as deep as more of it would.
 * https://github.com/yaml/go-yaml/blob/v3.0.4/scannerc.go, `yaml_parser_scan_to_next_token`
 */
export function strayTabs(file: Pick<ComposeFile, "text" | "roots" | "comments">): ComposeFile["problems"] {
	const { text } = file;
	const leads = text.includes("\t") ? [...text.matchAll(leadWithTab)] : [];
	if (leads.length === 0) return [];
	const isStray = placesOf(file);
	return leads.flatMap(({ 0: lead, index }): ComposeFile["problems"] => {
		const start = index + lead.indexOf("\t");
		if (!isStray(start)) return [];
		const end = index + lead.length;
		const message = lead.includes("-")
			? say`a tab stands behind this \`-\`, where YAML takes spaces alone`
			: say`a tab indents this line, where YAML takes spaces alone`;
		return [{ at: { start, end }, message, isRepeated: false, edit: { start, end, text: lead.includes("-") ? " " : "" } }];
	});
}

const leadWithTab = /^ *(?:- +)*(?:- *)?\t[ \t]*/gm;

/** Tells of one tab after the other whether it stands where none may. */
function placesOf(file: Pick<ComposeFile, "text" | "roots" | "comments">): (tab: number) => boolean {
	const { text, comments } = file;
	const closed: ComposeNode[] = [];
	for (const node of allNodes(file)) {
		const isClosed = "isFlow" in node ? node.isFlow : node.kind === "scalar" && !node.isPlain;
		if (isClosed && node.start >= (closed.at(-1)?.end ?? 0)) closed.push(node);
	}
	const plain: PlainText[] = [];
	for (const root of file.roots) addPlain(plain, text, root, -1);
	// Of the tab before; where that which stands before the tab ends, and where that begins which follows.
	let [last, before, next] = [0, 0, 0];
	return (tab) => {
		const between = text.slice(last, tab).trimEnd().length;
		if (between > 0) before = last + between;
		if (next <= tab) next = tab + text.slice(tab).search(/\S|$/);
		const previous = last;
		last = tab;
		// From a comment on a line of its own to the next one.
		const comment = lastBelow(comments, tab, startOf);
		const isAlone = comment?.end === before && isBlank.test(textBefore(text, comment.start));
		if (isAlone && text[next] === "#") return false;
		const around = lastBelow(plain, tab, startOf);
		if (around && (tab < around.end || around.end === before)) return columnOf(text, tab) <= around.column;
		const within = lastBelow(closed, tab, startOf);
		// The first line of a block says by its spaces how deep the block stands.
		if (within && tab < within.end) return previous < within.start && /^[|>][-+]?[ \t]*(?:#.*)?(?:\r?\n *)+$/.test(text.slice(within.start, tab));
		// A block takes the blanks below it.
		return within?.end !== before || !/[|>]/.test(text.charAt(within.start));
	};
}

const startOf = ({ start }: Range): number => start;
const isBlank = /^[ \t]*$/;

/** A text without quotes, with the column of the block that it stands in. */
type PlainText = Range & { readonly column: number };

function addPlain(found: PlainText[], text: string, node: ComposeNode, column: number): void {
	if (node.kind === "scalar" && node.isPlain && node.end > node.start) found.push({ start: node.start, end: node.end, column });
	if (!("isFlow" in node)) return;
	const own = node.isFlow ? column : columnOf(text, node.start);
	for (const held of node.kind === "mapping" ? node.entries.map(({ value }) => value) : node.items) if (held) addPlain(found, text, held, own);
}
