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

/** A value with the target that it comes from. */
export type Inherited = { readonly value: Expression; readonly from: string };

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

/** A target with all that it inherits; a circle ends where it closes, as in bake. */
export function resolveTarget(file: BakeFile, name: string): Resolved {
	const values = new Map<string, Inherited>();
	const entries = new Map<string, Map<string, Inherited & { entry: Entry }>>();
	const seen = new Set<string>();
	let isWhole = true;
	const take = (each: string, depth: number): void => {
		if (seen.has(each)) return;
		seen.add(each);
		const target = targetsOf(file).get(each);
		if (!target || depth > mostDeep) {
			isWhole = false;
			return;
		}
		const inherits = attributeOf(target, "inherits")?.value;
		const parents = constantsIn(inherits);
		if (inherits && (inherits.kind !== "list" || inherits.items.length > parents.length)) isWhole = false;
		for (const { text } of parents) take(text, depth + 1);
		for (const { attributes } of target.blocks) {
			for (const { name: attribute, value } of attributes) {
				if (!value || attribute.text === "inherits") continue;
				if (merged.has(attribute.text) && value.kind === "object") {
					const own = entries.get(attribute.text) ?? new Map<string, Inherited & { entry: Entry }>();
					entries.set(attribute.text, own);
					for (const entry of value.entries) if (entry.name && entry.value) own.set(entry.name.text, { value: entry.value, from: each, entry });
				} else values.set(attribute.text, { value, from: each });
			}
		}
	};
	take(name, 0);
	return { values, entries, isWhole };
}

/** What an expression is worth by the defaults of the file's variables; `isSure` where no variable is in it. Undefined where that takes more to know. */
function textIn(file: BakeFile, expression: Expression | undefined, depth = 0): { readonly text: string; readonly isSure: boolean } | undefined {
	if (!expression || depth > 10) return undefined;
	if (expression.kind === "literal" && expression.value !== null) return { text: String(expression.value), isSure: true };
	if (expression.kind === "name") {
		const variable = variablesOf(file).get(expression.text);
		const value = variable ? attributeOf(variable, "default")?.value : file.globals.findLast(({ name }) => name.text === expression.text)?.value;
		const known = textIn(file, value, depth + 1);
		return known && { text: known.text, isSure: false };
	}
	if (expression.kind !== "string") return undefined;
	let [text, isSure] = ["", true];
	for (const part of expression.parts) {
		const known = part.kind === "text" ? { text: part.value, isSure: true } : part.kind === "hole" ? textIn(file, part.value, depth + 1) : undefined;
		if (!known) return undefined;
		text += known.text;
		isSure &&= known.isSure;
	}
	return { text, isSure };
}

/** What a target is built from: its Dockerfile and its context, as paths from the bake file's folder, where bake is usually started. */
export type Source = { readonly path: string; readonly context: string; readonly isSure: boolean } | "inline" | undefined;

/** The target's Dockerfile after inheritance; undefined where it is elsewhere, or nobody can say. */
export function dockerfileOf(file: BakeFile, { values, isWhole }: Resolved): Source {
	if (values.has("dockerfile-inline")) return "inline";
	const [context, dockerfile] = [values.get("context"), values.get("dockerfile")].map((each) => (each ? textIn(file, each.value) : { text: "", isSure: true }));
	if (!context || !dockerfile || !isWhole) return undefined;
	const isSure = context.isSure && dockerfile.isSure;
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
