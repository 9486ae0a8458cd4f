import { say } from "../text/message.ts";
import { insert, type Range } from "../text/text.ts";
import { isAlias, isMap, isNode, isScalar, isSeq, parseYaml, type Node, type Scalar } from "./parse-yaml.ts";
import { endOfText } from "../text/end-of-text.ts";
import type { YamlEntry, YamlNode, YamlTree } from "./syntax.ts";
import type { YamlProblem } from "./yaml-problems.ts";

/** `tooDeep` as of `parseYaml`. */
export type LibraryTree = YamlTree & { readonly problems: readonly YamlProblem[]; readonly tooDeep: Range | undefined };

/** Reads any text, and knows what is wrong in it. Never throws. */
export function libraryTree(text: string): LibraryTree {
	const { documents, problems, comments, tooDeep } = parseYaml(text);
	const roots = documents.flatMap(({ contents }) => toNode(text, contents) ?? []);
	return { roots, comments, problems: problems.length > 0 ? problems : roots.flatMap((root) => [...touchingBrackets(text, root)]), tooDeep };
}

/** `{a:[b]}`: there go-yaml takes the colon for part of the key, as in `a:b`, and no bracket may follow. */
function* touchingBrackets(text: string, node: YamlNode): Generator<YamlProblem> {
	if (node.kind === "sequence") for (const item of node.items) yield* touchingBrackets(text, item);
	if (node.kind !== "mapping") return;
	for (const { key, value } of node.entries) {
		const at = { start: key.end, end: key.end + 1 };
		if (isFollowedBy(text, key, /:[[{]/y))
			yield { at, message: say`a space is missing behind this \`:\``, isRepeated: false, isLocal: true, edit: insert(at.end, " ") };
		if (value) yield* touchingBrackets(text, value);
	}
}

/** Of what stands in brackets without quotes. */
function isFollowedBy(text: string, key: YamlNode, pattern: RegExp): boolean {
	pattern.lastIndex = key.end;
	return key.kind === "scalar" && key.isPlain && pattern.test(text);
}

/** `{a:, b}`: the colon is part of the key, too, which has no value then. */
const withoutValue = (text: string, entry: YamlEntry): YamlEntry => {
	const { start, key } = entry;
	if (key.kind !== "scalar" || !isFollowedBy(text, key, /:[,\]}]/y)) return entry;
	const end = key.end + 1;
	return { start, end, key: { ...key, end, source: `${key.source}:` }, value: undefined };
};

/** `[a:, b]`: a mapping for the parser. */
function withoutMapping(item: YamlNode): YamlNode {
	const only = item.kind === "mapping" && item.isFlow && item.entries.length === 1 ? item.entries[0] : undefined;
	return only && only.value === undefined && only.start === item.start && only.end === item.end ? only.key : item;
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
		if (isFlow) return { ...range, kind: "sequence", anchor, tag, items: items.map(withoutMapping), isFlow };
		return { ...blockRange(text, range, items), kind: "sequence", anchor, tag, items, isFlow };
	}
	if (!isMap(node)) return undefined;
	const isFlow = node.flow === true;
	const entries = node.items.flatMap(({ key, value }): YamlEntry[] => {
		const name = toNode(text, key);
		const held = toNode(text, value);
		const entry = name && { start: name.start, end: Math.max(name.end, held?.end ?? 0), key: name, value: held };
		return entry ? [isFlow ? withoutValue(text, entry) : entry] : [];
	});
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
