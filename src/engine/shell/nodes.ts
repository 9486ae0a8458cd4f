import { forEachChild, parse, type Statement, type SyntaxNode } from "unbash";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";
import { commandsOf, sourceOf } from "./commands.ts";
import { readScript } from "./script.ts";
import type { ShellProcess } from "./shell-command.ts";
import type { Source } from "./source.ts";

type NodeOf<Type extends SyntaxNode["type"]> = Extract<SyntaxNode, { readonly type: Type }>;

/** A node of a script's tree, where it stands, and what it stands in. */
export type Placed<Node extends SyntaxNode = SyntaxNode> = {
	readonly node: Node;
	readonly parent: Placed | undefined;
	readonly source: Source;
	readonly process: ShellProcess;
};

type Index = ReadonlyMap<SyntaxNode["type"], readonly Placed[]>;

/** The nodes of a kind in the scripts that an instruction hands to shells, in the order of the text. What is in escaped backquotes is left out. */
export const nodesOf = <Type extends SyntaxNode["type"]>(file: Dockerfile, instruction: Instruction, type: Type): readonly Placed<NodeOf<Type>>[] =>
	(indexOf(instruction, file).get(type) ?? none) as readonly Placed<NodeOf<Type>>[];

const none: readonly Placed[] = [];

/** Where the nodes stand that hold an offset of the document, or end at it, in no order. */
export function nodeRangesAt(file: Dockerfile, instruction: Instruction, offset: number): readonly Range[] {
	const ranges: Range[] = [];
	for (const nodes of indexOf(instruction, file).values()) {
		for (const placed of nodes) {
			const range = rangeOf(placed);
			if (range.start <= offset && offset <= range.end) ranges.push(range);
		}
	}
	return ranges;
}

/** The statements that stand before and after one in its list. */
export function neighboursOf(
	file: Dockerfile,
	instruction: Instruction,
	{ node, parent, source }: Placed,
): { readonly before: Statement | undefined; readonly after: Statement | undefined } {
	const siblings = nodesOf(file, instruction, "Statement").filter((each) => each.parent === parent && each.source === source);
	const at = siblings.findIndex((each) => each.node === node);
	return { before: siblings[at - 1]?.node, after: siblings[at + 1]?.node };
}

/** Where a node stands in the document. */
export const rangeOf = ({ node, source }: Placed): Range => toRange(source, node);

/** Where a piece of a script stands in the document. */
export const toRange = (source: Source, { pos, end }: { readonly pos: number; readonly end: number }): Range => ({
	start: source.toDocument(pos),
	end: end > pos ? source.toDocument(end - 1) + 1 : source.toDocument(end),
});

const indexOf = fact((instruction: Instruction, file: Dockerfile): Index => {
	const index = new Map<SyntaxNode["type"], Placed[]>();
	const sources = new Map<Source, ShellProcess>();
	const outer = sourceOf(file, instruction);
	const commands = commandsOf(file, instruction);
	if (outer && commands.length > 0)
		sources.set(outer, commands.find(({ place }) => place.source === outer)?.place.process ?? { parent: undefined, shell: undefined });
	for (const { place, exec } of commands) if (!exec && !sources.has(place.source)) sources.set(place.source, place.process);
	for (const [source, process] of sources) {
		const statements = readScript(source.text).statements ?? parse(source.text).commands;
		for (const statement of statements) add(index, { node: statement, parent: undefined, source, process });
	}
	return index;
});

/** Substitutions in substitutions are followed no deeper than this. */
const deepest = 100;

function add(index: Map<SyntaxNode["type"], Placed[]>, placed: Placed, depth = 0): void {
	const { node, source, process } = placed;
	if (node.type === "Script" && (node.source !== undefined || depth === deepest)) return;
	const list = index.get(node.type);
	if (list) list.push(placed);
	else index.set(node.type, [placed]);
	const below = node.type === "Script" ? depth + 1 : depth;
	forEachChild(node, (child) => add(index, { node: child, parent: placed, source, process }, below));
}
