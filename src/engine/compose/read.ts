import { type Message, say } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import type { Refusal, RefusalKind } from "./refusal.ts";
import { typedScalar } from "./scalar.ts";
import type { ComposeFile, ComposeNode } from "./syntax.ts";
import type { Entry, Origin, Path, Scalar, Value } from "./value.ts";

/** A YAML document as go-yaml reads it for Compose. */
export type ReadDocument = {
	/** Undefined where the document is reset. Without what is refused. */
	readonly value: Value | undefined;
	/** What `!reset` and `!override` take away from the files that this one is merged over. */
	readonly resets: readonly Path[];
	readonly refusals: readonly Refusal[];
};

/** More values than this Compose does not go over, and aliases can make any number of a few lines. */
const mostVisits = 100_000;

/** Reads the documents of a file, each by itself. */
export const readDocuments = (file: ComposeFile, name: string): readonly ReadDocument[] =>
	file.roots.map((root) => new Reader(name, file.text, root).document());

class Reader {
	readonly #file: string;
	readonly #text: string;
	readonly #root: ComposeNode;
	readonly #anchors = new Map<string, ComposeNode>();
	/** Nodes with anchors that are being read, which therefore must not be met again. */
	readonly #open = new Set<ComposeNode>();
	readonly #resets: Path[] = [];
	readonly #refusals: Refusal[] = [];
	/** Where the value is that is being read. */
	readonly #path: (string | number)[] = [];
	#visits = 0;

	constructor(file: string, text: string, root: ComposeNode) {
		this.#file = file;
		this.#text = text;
		this.#root = root;
	}

	document(): ReadDocument {
		const value = this.#value(this.#root);
		return { value, resets: this.#resets, refusals: this.#refusals };
	}

	/** Undefined for what is reset. */
	#value(node: ComposeNode): Value | undefined {
		if (++this.#visits > mostVisits) {
			if (this.#visits === mostVisits + 1)
				this.#refuse("tooManyValues", node, say`aliases make more than ${mostVisits} values of this file, and Compose stops there`);
			return undefined;
		}
		if (node.kind === "alias") return this.#aliased(node);
		if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
		if (node.tag === "!reset" || node.tag === "!override") this.#resets.push([...this.#path]);
		if (node.tag === "!reset") return undefined;
		if (node.kind === "scalar") return this.#scalar(node);
		if (node.anchor !== undefined) this.#open.add(node);
		const value = node.kind === "sequence" ? this.#sequence(node) : this.#mapping(node);
		if (node.anchor !== undefined) this.#open.delete(node);
		return value;
	}

	#valueAt(name: string | number, node: ComposeNode): Value | undefined {
		this.#path.push(name);
		const value = this.#value(node);
		this.#path.pop();
		return value;
	}

	#aliased(node: ComposeNode & { readonly kind: "alias" }): Value | undefined {
		const target = this.#anchors.get(node.name);
		if (!target) {
			this.#refusals.push({
				kind: "undefinedAlias",
				at: this.#origin(node),
				name: node.name,
				message: say`no anchor \`&${node.name}\` stands above this alias`,
			});
			return undefined;
		}
		if (this.#open.has(target)) {
			this.#refuse("anchorCycle", node, say`the anchor \`&${node.name}\` holds this alias of itself`);
			return undefined;
		}
		return this.#value(target);
	}

	#scalar(node: ComposeNode & { readonly kind: "scalar" }): Scalar {
		const origin = this.#origin(node);
		const { source, tag } = node;
		const textAt = node.isPlain ? node.start : node.start + 1;
		const string = this.#text.startsWith(source, textAt)
			? ({ kind: "string", value: source, origin, textAt } as const)
			: ({ kind: "string", value: source, origin } as const);
		if (tag === undefined ? !node.isPlain : !tags.has(tag)) return string;
		const typed = typedScalar(source);
		if (typed.kind === "string" && tag === undefined) return string;
		const wanted = tag === undefined ? undefined : tags.get(tag);
		if (wanted === undefined || wanted === typed.kind) return { ...typed, origin };
		if (wanted === "float" && typed.kind === "integer") return { kind: "float", value: Number(typed.value), origin };
		this.#refuse("wrongTag", node, say`\`${source}\` is not what the tag in front of it says`);
		return { kind: "string", value: source, origin };
	}

	#sequence(node: ComposeNode & { readonly kind: "sequence" }): Value {
		const items: Value[] = [];
		for (let index = 0; index < node.items.length; index++) {
			const item = node.items[index];
			const value = item && this.#valueAt(index, item);
			if (value) items.push(value);
		}
		return { kind: "sequence", origin: this.#origin(node), items };
	}

	#mapping(node: ComposeNode & { readonly kind: "mapping" }): Value {
		const own = new Map<string, Entry>();
		const merged: ComposeNode[] = [];
		for (const { key, value } of node.entries) {
			const name = this.#keyOf(key);
			if (name === undefined) continue;
			if (isMergeKey(key)) {
				if (value) merged.push(value);
				continue;
			}
			const held = value ? this.#valueAt(name, value) : ({ kind: "null", origin: this.#origin(key) } as const);
			if (held) own.set(name, { key: this.#origin(key), value: held });
		}
		if (merged.length === 0) return { kind: "mapping", origin: this.#origin(node), entries: own };
		// What the mapping has itself counts over what it merges, wherever that stands.
		const entries = new Map(own);
		for (const each of merged) for (const [name, entry] of this.#merged(each)) if (!entries.has(name)) entries.set(name, entry);
		return { kind: "mapping", origin: this.#origin(node), entries };
	}

	/** The entries of a mapping, or of several, of which the first counts. */
	#merged(node: ComposeNode): ReadonlyMap<string, Entry> {
		const value = this.#value(node);
		const mappings = value?.kind === "sequence" ? value.items : [value];
		const entries = new Map<string, Entry>();
		for (const mapping of mappings) {
			if (mapping?.kind === "mapping") {
				for (const [name, entry] of mapping.entries) if (!entries.has(name)) entries.set(name, entry);
			} else if (mapping)
				this.#refuse(
					"mergeKey",
					mapping.origin && value?.kind === "sequence" && node.kind !== "alias" ? mapping.origin.at : node,
					say`\`<<\` merges mappings alone`,
				);
		}
		return entries;
	}

	#keyOf(key: ComposeNode): string | undefined {
		if (key.kind === "scalar" && (!key.isPlain || isMergeKey(key) || typedScalar(key.source).kind === "string")) return key.source;
		const resets = this.#resets.length;
		const found = key.kind === "alias" ? this.#value(key) : undefined;
		// A key takes nothing away.
		this.#resets.length = resets;
		if (found?.kind === "string") return found.value;
		this.#refuse("keyNotText", key, key.kind === "scalar" ? say`a key is text: put \`${key.source}\` in quotes` : say`a key is text`);
		return undefined;
	}

	#refuse(kind: RefusalKind, node: Range, message: Message): void {
		this.#refusals.push({ kind, at: this.#origin(node), message });
	}

	#origin({ start, end }: Range): Origin {
		return { file: this.#file, at: { start, end } };
	}
}

const isMergeKey = (key: ComposeNode): boolean => key.kind === "scalar" && key.isPlain && key.source === "<<";

/** The tags that say what type a scalar has. */
const tags = new Map<string, Scalar["kind"] | undefined>([
	["tag:yaml.org,2002:int", "integer"],
	["tag:yaml.org,2002:float", "float"],
	["tag:yaml.org,2002:bool", "boolean"],
	["tag:yaml.org,2002:null", "null"],
	["tag:yaml.org,2002:timestamp", "timestamp"],
]);
