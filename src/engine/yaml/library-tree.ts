import type { Range } from "../text/text.ts";
import { isAlias, isMap, isNode, isScalar, isSeq, parseYaml, type Node, type Scalar } from "./parse-yaml.ts";
import { endOfText, type YamlEntry, type YamlNode, type YamlTree } from "./syntax.ts";
import type { YamlProblem } from "./yaml-problems.ts";

/** `tooDeep` as of `parseYaml`. */
export type LibraryTree = YamlTree & { readonly problems: readonly YamlProblem[]; readonly tooDeep: Range | undefined };

/** Reads any text, and knows what is wrong in it. Never throws. */
export function libraryTree(text: string): LibraryTree {
	const { documents, problems, comments, tooDeep } = parseYaml(text);
	return { roots: documents.flatMap(({ contents }) => toNode(text, contents) ?? []), comments, problems, tooDeep };
}

function toNode(text: string, node: unknown): YamlNode | undefined {
	if (!isNode(node)) return undefined;
	const range = rangeOf(text, node);
	if (isAlias(node)) return { ...range, kind: "alias", anchor: undefined, tag: undefined, name: node.source };
	const { anchor, tag } = node;
	if (isScalar(node)) return { ...range, kind: "scalar", anchor, tag, source: sourceOf(text, node), isPlain: node.type === "PLAIN" };
	if (isSeq(node)) {
		const items = node.items.flatMap((item) => toNode(text, item) ?? []);
		const isFlow = node.flow === true;
		return { ...(isFlow ? range : blockRange(text, range, items)), kind: "sequence", anchor, tag, items, isFlow };
	}
	if (!isMap(node)) return undefined;
	const entries = node.items.flatMap(({ key, value }): YamlEntry[] => {
		const name = toNode(text, key);
		const held = toNode(text, value);
		return name ? [{ start: name.start, end: Math.max(name.end, held?.end ?? 0), key: name, value: held }] : [];
	});
	const isFlow = node.flow === true;
	return { ...(isFlow ? range : blockRange(text, range, entries)), kind: "mapping", anchor, tag, entries, isFlow };
}

function sourceOf(text: string, { source = "", type, range }: Scalar): string {
	// Where the text ends without a line end go-yaml adds none.
	const isCut = (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") && source.endsWith("\n") && text[(range?.[1] ?? 0) - 1] !== "\n";
	return isCut ? source.slice(0, -1) : source;
}

/** Without the blanks and line ends behind it that are nobody's. */
function rangeOf(text: string, { range }: Node): Range {
	const [start, end] = range ?? [0, 0];
	return { start, end: endOfText(text, start, end) };
}

/** The parser has the comments behind the last value in it. */
function blockRange(text: string, { start, end }: Range, parts: readonly Range[]): Range {
	return { start, end: endOfText(text, start, parts.at(-1)?.end ?? end) };
}
