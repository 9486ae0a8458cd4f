import { constantOf, type Entry, type Expression } from "../hcl/syntax.ts";
import { fact } from "../text/fact.ts";
import type { BakeAttribute, BakeBlock, BakeFile } from "./syntax.ts";

/** What bake takes for one target or group: all blocks of its name. */
export type Named = { readonly name: string; readonly blocks: readonly BakeBlock[] };

export const targetsOf = fact((file: BakeFile) => namedOf(file, "target"));
export const groupsOf = fact((file: BakeFile) => namedOf(file, "group"));
export const variablesOf = fact((file: BakeFile) => namedOf(file, "variable"));
export const functionsOf = fact((file: BakeFile) => namedOf(file, "function"));

function namedOf({ blocks }: BakeFile, type: string): ReadonlyMap<string, Named> {
	const named = new Map<string, { name: string; blocks: BakeBlock[] }>();
	for (const block of blocks) {
		if (block.type.text !== type || !block.name) continue;
		const known = named.get(block.name.text);
		if (known) known.blocks.push(block);
		else named.set(block.name.text, { name: block.name.text, blocks: [block] });
	}
	return named;
}

/** The attribute of that name that counts, which is the last. */
export const attributeOf = ({ blocks }: Named, name: string): BakeAttribute | undefined =>
	blocks.findLast((block) => block.attributes.some((each) => each.name.text === name))?.attributes.findLast((each) => each.name.text === name);

/** Names that a target with a matrix makes, as an expression; undefined where it is built under its own name. */
export const matrixNameOf = (target: Named): Expression | undefined => (attributeOf(target, "matrix") ? attributeOf(target, "name")?.value : undefined);

/** The strings in a list, those that are computed left out. */
export function constantsIn(value: Expression | undefined): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
	if (value?.kind !== "list") return [];
	return value.items.flatMap((item) => {
		const text = constantOf(item);
		return text === undefined || item.kind !== "string" ? [] : [{ text, ...item.content }];
	});
}

/** A value with the target that it comes from, and the file that has it. */
export type Inherited = { readonly value: Expression; readonly from: string; readonly file: BakeFile };

/** A target after inheritance: its attributes by their names, and of those that are merged each entry by its key. */
export type Resolved = {
	readonly values: ReadonlyMap<string, Inherited>;
	readonly entries: ReadonlyMap<string, ReadonlyMap<string, Inherited & { readonly entry: Entry }>>;
	/** Whether all that it inherits from is known. */
	readonly isWhole: boolean;
};

/** Nobody hands on further. */
const mostDeep = 100;

/** What bake merges key by key. */
const merged = new Set(["args", "labels", "contexts", "extra-hosts"]);

/** Files that are read along, those first that count less than the file, and those that count more. */
export type Along = { readonly before: readonly BakeFile[]; readonly behind: readonly BakeFile[] };

/** A target while others are resolved: `height` is how many hand on to it, one after another; `isInCircle` where it is otherwise for somebody else who asks. */
type Taken = Resolved & { readonly height: number; readonly isInCircle: boolean };

const open: Taken = { values: new Map(), entries: new Map(), isWhole: true, height: 0, isInCircle: true };

/** What was resolved already where nothing is read along. */
const takenBefore = fact<BakeFile, Map<string, Taken>>(() => new Map());

/**
 * A target with all that it inherits, also from files that are read along. As in bake, each that it inherits from counts with all that it inherits itself, though
 * another may have brought that already; a circle ends where it closes.
 */
export function resolveTarget(file: BakeFile, name: string, along?: Along): Resolved {
	const files = along ? [...along.before, file, ...along.behind] : [file];
	const known = along ? new Map<string, Taken>() : takenBefore(file);
	const visited = new Map<string, Taken>();
	const take = (each: string, depth: number): Taken => {
		const before = known.get(each) ?? visited.get(each);
		if (before) return before;
		visited.set(each, open);
		const found = files.flatMap((own) => {
			const target = targetsOf(own).get(each);
			return target ? [{ own, target }] : [];
		});
		const inherits = found.findLast(({ target }) => attributeOf(target, "inherits"))?.target;
		const list = inherits && attributeOf(inherits, "inherits")?.value;
		const parents = constantsIn(list);
		const taken = depth < mostDeep ? parents.map(({ text }) => take(text, depth + 1)) : [];
		const height = taken.length < parents.length ? Infinity : taken.reduce((most, parent) => Math.max(most, parent.height), 0) + 1;
		const isKnown = found.length > 0 && height <= mostDeep && (!list || (list.kind === "list" && list.items.length === parents.length));
		const values = new Map<string, Inherited>();
		const entries = new Map<string, Map<string, Inherited & { entry: Entry }>>();
		const entriesOf = (attribute: string): Map<string, Inherited & { entry: Entry }> => {
			const own = entries.get(attribute) ?? new Map<string, Inherited & { entry: Entry }>();
			entries.set(attribute, own);
			return own;
		};
		for (const parent of height <= mostDeep ? taken : []) {
			for (const [attribute, value] of parent.values) values.set(attribute, value);
			for (const [attribute, others] of parent.entries) for (const [key, entry] of others) entriesOf(attribute).set(key, entry);
		}
		for (const { own, target } of found) {
			for (const { name: attribute, value } of target.blocks.flatMap(({ attributes }) => attributes)) {
				if (!value || attribute.text === "inherits") continue;
				if (merged.has(attribute.text) && value.kind === "object") {
					const ofAttribute = entriesOf(attribute.text);
					for (const entry of value.entries)
						if (entry.name && entry.value) ofAttribute.set(entry.name.text, { value: entry.value, from: each, file: own, entry });
				} else values.set(attribute.text, { value, from: each, file: own });
			}
		}
		const isInCircle = taken.some((parent) => parent.isInCircle);
		const result: Taken = { values, entries, isWhole: isKnown && taken.every(({ isWhole }) => isWhole), height, isInCircle };
		visited.set(each, result);
		if (depth === 0 || (!isInCircle && height <= mostDeep)) known.set(each, result);
		return result;
	};
	return take(name, 0);
}

/** What an expression comes to where the environment sets nothing, and by which values that are set in the file. */
export type DefaultText = { readonly text: string; readonly from: readonly BakeAttribute[] };

/** What an expression is worth by the defaults of the file's variables. Undefined where that takes more to know. */
export function defaultTextOf(file: BakeFile, expression: Expression | undefined, depth = 0): DefaultText | undefined {
	if (!expression || depth > 10) return undefined;
	if (expression.kind === "literal" && expression.value !== null) return { text: String(expression.value), from: [] };
	if (expression.kind === "name") {
		const variable = variablesOf(file).get(expression.text);
		const attribute = variable ? attributeOf(variable, "default") : file.globals.findLast(({ name }) => name.text === expression.text);
		const known = defaultTextOf(file, attribute?.value, depth + 1);
		return known && attribute && { text: known.text, from: [attribute, ...known.from] };
	}
	if (expression.kind !== "string") return undefined;
	let text = "";
	const from: BakeAttribute[] = [];
	for (const part of expression.parts) {
		const known = part.kind === "text" ? { text: part.value, from: [] } : part.kind === "hole" ? defaultTextOf(file, part.value, depth + 1) : undefined;
		// More nobody reads, and each hole may be made of many.
		if (!known || text.length + known.text.length > 10_000 || from.length + known.from.length > 100) return undefined;
		text += known.text;
		from.push(...known.from);
	}
	return { text, from };
}

/** What a target is built from: its Dockerfile and its context, as paths from the bake file's folder, where bake is usually started. */
export type Source = { readonly path: string; readonly context: string; readonly isSure: boolean } | "inline" | undefined;

/** The target's Dockerfile after inheritance, as far as the file has what it inherits from; undefined where it is elsewhere, or nobody can say. */
export function dockerfileOf(file: BakeFile, { values, isWhole }: Resolved): Source {
	if (values.has("dockerfile-inline")) return "inline";
	const [context, dockerfile] = [values.get("context"), values.get("dockerfile")].map((each) =>
		each ? defaultTextOf(each.file, each.value) : { text: "", from: [] },
	);
	if (!context || !dockerfile) return undefined;
	const isSure = isWhole && context.from.length + dockerfile.from.length === 0;
	const own = dockerfile.text || "Dockerfile";
	const folder = simplified(context.text);
	if (/^cwd:\/\//.test(own)) return { path: simplified(own.slice(6)), context: folder, isSure };
	if (/^[a-z][\w+.-]*:\/\/|^git@|^target:|^\//i.test(context.text)) return undefined;
	return { path: own.startsWith("/") ? own : simplified(`${context.text}/${own}`), context: folder, isSure };
}

/** The Dockerfiles and contexts of all targets, where somebody can say; paths are relative to the bake file's folder. */
export const buildsOf = (file: BakeFile): readonly { readonly dockerfile: string; readonly context: string }[] =>
	[...targetsOf(file).keys()].flatMap((name) => {
		const source = dockerfileOf(file, resolveTarget(file, name));
		return source === undefined || source === "inline" ? [] : [{ dockerfile: source.path, context: source.context }];
	});

/** Without parts that mean nothing; what leads out of the folder stays. */
function simplified(path: string): string {
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
