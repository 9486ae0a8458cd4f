import { typedScalar } from "../../compose/scalar.ts";
import { type ComposeEntry, type ComposeFile, type ComposeNode, nameOf, nodesOf } from "../../compose/syntax.ts";
import type { Range } from "../../text/text.ts";

/** What a service says of how its image is built. Paths are as they are written; a name stands without its quotes. */
export type ComposeBuild = {
	/** A folder, relative to the Compose file's, or an address. */
	readonly context: string;
	/** Relative to the context. */
	readonly dockerfile: string;
	readonly target: NamedRange | undefined;
	readonly args: readonly NamedRange[];
};

export type NamedRange = Range & { readonly name: string };

/** The images that services name, in order; not those with variables in them. */
export const imagesOf = (file: ComposeFile): readonly string[] =>
	file.roots.flatMap((root) =>
		servicesOf(root).flatMap(({ entries, anchors }) => {
			const image = textOf(resolved(entries.get("image"), anchors));
			return image === undefined || image.includes("$") ? [] : [image];
		}),
	);

/** The builds of all services, in order, where they are written out: not those with variables in their paths, or with a Dockerfile of their own inside. */
export function buildsOf(file: ComposeFile): readonly ComposeBuild[] {
	const builds: ComposeBuild[] = [];
	for (const root of file.roots) {
		for (const { entries, anchors } of servicesOf(root)) {
			const node = entries.get("build");
			const build = node && toBuild(file, node, anchors);
			if (build) builds.push(build);
		}
	}
	return builds;
}

function servicesOf(root: ComposeNode): readonly { readonly entries: ReadonlyMap<string, ComposeNode>; readonly anchors: Anchors }[] {
	const anchors = new Map<string, ComposeNode>();
	for (const node of nodesOf(root)) if (node.anchor !== undefined) anchors.set(node.anchor, node);
	const services = entriesOf(root, anchors).get("services");
	return services ? [...entriesOf(services, anchors).values()].map((service) => ({ entries: entriesOf(service, anchors), anchors })) : [];
}

type Anchors = ReadonlyMap<string, ComposeNode>;

function resolved(node: ComposeNode | undefined, anchors: Anchors): ComposeNode | undefined {
	return node?.kind === "alias" ? anchors.get(node.name) : node;
}

/** The values of a mapping by their keys, those that it merges from others included; its own count. */
function entriesOf(node: ComposeNode | undefined, anchors: Anchors, merged: Set<ComposeNode> = new Set()): ReadonlyMap<string, ComposeNode> {
	const entries = new Map<string, ComposeNode>();
	const mapping = resolved(node, anchors);
	if (mapping?.kind !== "mapping" || merged.has(mapping)) return entries;
	merged.add(mapping);
	const own = mapping.entries.filter((entry) => nameOf(entry) !== "<<");
	for (const { value } of mapping.entries.filter((entry) => nameOf(entry) === "<<"))
		for (const each of value?.kind === "sequence" ? value.items : [value])
			for (const [key, held] of entriesOf(each, anchors, merged)) if (!entries.has(key)) entries.set(key, held);
	for (const entry of own) if (entry.value) entries.set(nameOf(entry) ?? "", entry.value);
	return entries;
}

function toBuild(file: ComposeFile, node: ComposeNode, anchors: Anchors): ComposeBuild | undefined {
	const build = resolved(node, anchors);
	const short = textOf(build);
	if (short !== undefined) return short.includes("$") ? undefined : { context: short, dockerfile: "Dockerfile", target: undefined, args: [] };
	const entries = entriesOf(build, anchors);
	const [context = ".", dockerfile = "Dockerfile"] = [textOf(resolved(entries.get("context"), anchors)), textOf(resolved(entries.get("dockerfile"), anchors))];
	if (build?.kind !== "mapping" || entries.has("dockerfile_inline") || /\$/.test(context + dockerfile)) return undefined;
	return { context, dockerfile, target: nameAt(file, resolved(entries.get("target"), anchors)), args: argumentsOf(file, entries.get("args"), anchors) };
}

/** Not of what YAML takes for a number or the like. */
const textOf = (node: ComposeNode | undefined): string | undefined =>
	node?.kind === "scalar" && (!node.isPlain || typedScalar(node.source).kind === "string") ? node.source : undefined;

/** A mapping from names to values, or a list of `NAME=value`. */
function argumentsOf(file: ComposeFile, node: ComposeNode | undefined, anchors: Anchors, merged: Set<ComposeNode> = new Set()): readonly NamedRange[] {
	const args = resolved(node, anchors);
	if (!args || merged.has(args)) return [];
	merged.add(args);
	if (args.kind === "mapping")
		return args.entries.flatMap((entry: ComposeEntry) => {
			const held = nameOf(entry) === "<<" ? argumentsOf(file, entry.value, anchors, merged) : [nameAt(file, entry.key)];
			return held.filter((each) => each !== undefined);
		});
	return args.kind === "sequence" ? args.items.flatMap((item) => nameAt(file, item, /=.*$/s) ?? []) : [];
}

/** Where the text of a scalar stands, without quotes and without what comes `behind` it. Undefined where it is not written as it is. */
function nameAt({ text }: ComposeFile, node: ComposeNode | undefined, behind?: RegExp): NamedRange | undefined {
	const value = textOf(node);
	if (value === undefined || !node) return undefined;
	const name = behind ? value.replace(behind, "") : value;
	const start = /["']/.test(text[node.start] ?? "") ? node.start + 1 : node.start;
	return text.startsWith(name, start) && name !== "" ? { name, start, end: start + name.length } : undefined;
}
