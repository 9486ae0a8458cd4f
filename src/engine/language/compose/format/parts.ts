import { character, isEnd } from "../../../yaml/characters.ts";
import { allNodes, type ComposeFile, type ComposeNode } from "../../../compose/syntax.ts";
import type { Range } from "../../../text/text.ts";

/** What stands in a file as one piece: a text, an alias, or a comment. Of a text in a block there is its header alone. */
export type Atom = Range & { readonly kind: "text" | "alias" | "comment" };

/** What goes over several lines. */
export type Spread = Range & { readonly kind: "block" | "text" | "brackets" };

/** The pieces of a file, each kind in order. */
export type Parts = {
	readonly atoms: readonly Atom[];
	/** Texts in blocks and others, and the outermost brackets. */
	readonly blocks: readonly Spread[];
	readonly texts: readonly Spread[];
	readonly brackets: readonly Spread[];
	/** Where the keys of mappings begin that are not in brackets. */
	readonly keys: readonly number[];
};

/** Undefined where the empty lines behind a text in a block are all that is in it. */
export function partsOf(file: ComposeFile): Parts | undefined {
	const { text, comments } = file;
	const atoms: Atom[] = [];
	const [blocks, texts, brackets, keys]: [Spread[], Spread[], Spread[], number[]] = [[], [], [], []];
	let [closed, hasEmptyLines] = [0, false];
	const add = (node: ComposeNode): void => {
		const { start, end, kind } = node;
		if (start === end) return;
		const isLong = isOverLines(text, node);
		if (kind === "alias") atoms.push({ start, end, kind });
		else if (kind === "scalar" && !node.isPlain && isBlockMark(text.charCodeAt(start))) {
			const headerEnd = wordEnd(text, start);
			blocks.push({ start, end, kind: "block" });
			atoms.push({ start, end: headerEnd, kind: "text" });
			hasEmptyLines ||= !isLong && text.slice(start, headerEnd).includes("+");
		} else if (kind === "scalar") {
			if (isLong) texts.push({ start, end, kind: "text" });
			atoms.push({ start, end, kind: "text" });
		} else if (!node.isFlow && kind === "mapping") for (const { key } of node.entries) keys.push(key.start);
		else if (node.isFlow && start >= closed) {
			closed = end;
			if (isLong) brackets.push({ start, end, kind: "brackets" });
		}
	};
	for (const node of allNodes(file)) add(node);
	if (hasEmptyLines) return undefined;
	keys.sort((one, other) => one - other);
	for (const comment of comments) atoms.push({ ...comment, kind: "comment" });
	atoms.sort((one, other) => one.start - other.start);
	return { atoms, blocks, texts, brackets, keys };
}

const isBlockMark = (code: number): boolean => code === character.bar || code === character.greater;

function isOverLines(text: string, { start, end }: Range): boolean {
	const lineEnd = text.indexOf("\n", start);
	return lineEnd >= 0 && lineEnd < end;
}

export function wordEnd(text: string, start: number): number {
	let at = start;
	while (!isEnd(text.charCodeAt(at))) at++;
	return at;
}
