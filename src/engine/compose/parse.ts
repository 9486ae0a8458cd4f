import { say } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import { isAlias, isMap, isNode, isScalar, isSeq, parseYaml, type Node } from "../yaml/parse-yaml.ts";
import type { ComposeEntry, ComposeFile, ComposeNode } from "./syntax.ts";

/** Never throws. Load it lazily: it brings a YAML parser. */
export function parse(text: string): ComposeFile {
	const { documents, problems: mistakes, comments, tooDeep } = parseYaml(text);
	const problems = mistakes.map(({ at, message }) => ({ at: shown(text, at.start, at.end), message }));
	if (tooDeep) problems.push({ at: tooDeep, message: say`it is nested too deeply` });
	problems.sort((one, other) => one.at.start - other.at.start);
	return { text, roots: documents.flatMap(({ contents }) => toNode(text, contents) ?? []), comments, problems };
}

/** What ends too early is shown at its last character, and a blank with the word behind it. */
function shown(text: string, start: number, end: number): Range {
	const last = text.trimEnd().length;
	if (start >= last) return { start: Math.max(0, last - 1), end: last };
	const word = start + text.slice(start).search(/\S/) + 1;
	return { start, end: Math.max(word, Math.min(end, text.length)) };
}

function toNode(text: string, node: unknown): ComposeNode | undefined {
	if (!isNode(node)) return undefined;
	const range = rangeOf(text, node);
	if (isAlias(node)) return { ...range, kind: "alias", anchor: undefined, tag: undefined, name: node.source };
	const { anchor, tag } = node;
	if (isScalar(node)) {
		// Where a value is left out there is no source either.
		const source = node.source ?? "";
		return { ...range, kind: "scalar", anchor, tag, value: node.value, source, isPlain: node.type === "PLAIN" };
	}
	if (isSeq(node))
		return { ...range, kind: "sequence", anchor, tag, items: node.items.flatMap((item) => toNode(text, item) ?? []), isFlow: node.flow === true };
	if (!isMap(node)) return undefined;
	const entries = node.items.flatMap(({ key, value }): ComposeEntry[] => {
		const name = toNode(text, key);
		const held = toNode(text, value);
		return name ? [{ start: name.start, end: Math.max(name.end, held?.end ?? 0), key: name, value: held }] : [];
	});
	return { ...range, kind: "mapping", anchor, tag, entries, isFlow: node.flow === true };
}

/** Blocks end with blanks and line ends that are nobody's. */
function rangeOf(text: string, { range }: Node): Range {
	const [start, valueEnd] = range ?? [0, 0];
	let end = valueEnd;
	while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
	return { start, end };
}
