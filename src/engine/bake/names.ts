import { childrenOf, constantOf, type Entry, type Expression, type StringPart, type Word } from "../hcl/syntax.ts";
import { fact } from "../text/fact.ts";
import { countBelow } from "../text/search.ts";
import type { Range } from "../text/text.ts";
import type { BakeBlock, BakeFile } from "./syntax.ts";
import { constantsIn } from "./targets.ts";

/** A place where something is named. */
export type BakePlace = Range & {
	/** A parameter is what a function takes, or a matrix or a loop goes through: it is known in there alone. */
	readonly kind: "target" | "variable" | "function" | "stage" | "argument" | "parameter";
	readonly name: string;
	/** What makes a parameter known: the word where it is named first. */
	readonly binding?: Range;
	readonly role: "definition" | "reference";
	/** The attribute in whose value it stands; undefined for a definition. */
	readonly attribute?: string;
	/** The block that it stands in; undefined for a value at the top. */
	readonly block: BakeBlock | undefined;
};

/** All places in a file, in order. A group is a target by another kind: they share their names. */
export const placesOf = fact((file: BakeFile): readonly BakePlace[] => {
	const places: BakePlace[] = [];
	for (const block of file.blocks) {
		const kind = block.type.text === "group" ? "target" : block.type.text;
		if (block.name && (kind === "target" || kind === "variable" || kind === "function")) {
			places.push({ kind, name: block.name.text, role: "definition", block, start: block.name.start, end: block.name.end });
		}
		const locals = parametersOf(block);
		for (const binding of locals.values()) {
			const { text, start, end } = binding;
			places.push({ kind: "parameter", name: text, role: "definition", binding, block, start, end });
		}
		for (const { name, value } of block.attributes) {
			if (!value) continue;
			if (block.type.text === "target") addNamed(places, block, name.text, value);
			if (block.type.text === "group" && name.text === "targets") {
				for (const { text, start, end } of constantsIn(value)) {
					places.push({ kind: "target", name: text, role: "reference", block, start, end });
				}
			}
			const isWord = (block.type.text === "function" && name.text !== "result") || (block.type.text === "variable" && name.text === "type");
			if (!isWord) addUses(places, block, value, locals);
		}
		for (const inner of block.inner) for (const { value } of inner.attributes) if (value) addUses(places, block, value, locals);
	}
	for (const { name, value } of file.globals) {
		places.push({ kind: "variable", name: name.text, role: "definition", block: undefined, start: name.start, end: name.end });
		if (value) addUses(places, undefined, value, new Map());
	}
	return places.sort((one, other) => one.start - other.start);
});

type Bound = ReadonlyMap<string, Word>;

/** Names that mean something in the block alone: parameters of a function, and what a matrix goes through. */
function parametersOf({ type, attributes }: BakeBlock): Bound {
	const words: Word[] = [];
	for (const { name, value } of attributes) {
		if (type.text === "target" && name.text === "matrix" && value?.kind === "object") for (const entry of value.entries) if (entry.name) words.push(entry.name);
		if (type.text !== "function" || !value || name.text === "result") continue;
		for (const word of value.kind === "list" ? value.items : [value]) {
			const constant = constantOf(word);
			if (word.kind === "name") words.push(word);
			else if (word.kind === "string" && constant !== undefined) words.push({ text: constant, ...word.content });
		}
	}
	return new Map(words.map((word) => [word.text, word]));
}

function addNamed(places: BakePlace[], block: BakeBlock, attribute: string, value: Expression): void {
	const add = (kind: BakePlace["kind"], { text: name, start, end }: Range & { readonly text: string }): void => {
		places.push({ kind, name, role: "reference", attribute, block, start, end });
	};
	const constant = constantOf(value);
	if (attribute === "inherits") for (const each of constantsIn(value)) add("target", each);
	else if (attribute === "target" && value.kind === "string" && constant !== undefined && constant !== "") add("stage", { text: constant, ...value.content });
	else if (attribute === "no-cache-filter") for (const each of constantsIn(value)) add("stage", each);
	else if (attribute === "args") for (const { name } of entriesIn(value)) if (name) add("argument", name);
	if (attribute !== "contexts") return;
	for (const entry of entriesIn(value)) {
		const text = constantOf(entry.value);
		if (text?.startsWith("target:") && entry.value?.kind === "string")
			add("target", { text: text.slice(7), start: entry.value.content.start + 7, end: entry.value.content.end });
	}
}

const entriesIn = (value: Expression): readonly Entry[] => (value.kind === "object" ? value.entries : []);

/** Variables and functions in an expression, and parameters that are known there. */
function addUses(places: BakePlace[], block: BakeBlock | undefined, expression: Expression, bound: Bound): void {
	if (expression.kind === "name") {
		const { text: name, start, end } = expression;
		const binding = bound.get(name);
		places.push({ kind: binding ? "parameter" : "variable", name, role: "reference", ...(binding && { binding }), block, start, end });
	} else if (expression.kind === "call") {
		places.push({ kind: "function", name: expression.name.text, role: "reference", block, start: expression.name.start, end: expression.name.end });
	} else if (expression.kind === "member" && expression.of.kind === "name" && blockTypes.has(expression.of.text) && !bound.has(expression.of.text)) {
		// `target.app.tags`
		const { text, start, end } = expression.name;
		if (expression.of.text === "target") places.push({ kind: "target", name: text, role: "reference", block, start, end });
		return;
	}
	if (expression.kind === "for") {
		addUses(places, block, expression.of, bound);
		const within = bind(places, block, bound, expression.names);
		for (const part of expression.parts) addUses(places, block, part, within);
		return;
	}
	const loops = expression.kind === "string" ? expression.parts.flatMap((part: StringPart) => (part.kind === "directive" ? part.names : [])) : [];
	const within = loops.length > 0 ? bind(places, block, bound, loops) : bound;
	for (const child of childrenOf(expression)) addUses(places, block, child, within);
}

function bind(places: BakePlace[], block: BakeBlock | undefined, bound: Bound, words: readonly Word[]): Bound {
	for (const binding of words)
		places.push({ kind: "parameter", name: binding.text, role: "definition", binding, block, start: binding.start, end: binding.end });
	return new Map([...bound, ...words.map((word) => [word.text, word] as const)]);
}

const blockTypes = new Set(["target", "group", "variable", "function"]);

/** The place that the offset is in. */
export function bakePlaceAt(file: BakeFile, offset: number): BakePlace | undefined {
	const places = placesOf(file);
	const index = countBelow(places, offset + 1, ({ start }) => start);
	return [places[index - 2], places[index - 1]].find((place) => place !== undefined && place.start <= offset && offset <= place.end);
}

/** The same, or the one that a string is made of whose quotes or braces the offset is at. */
export function bakePlaceNear(file: BakeFile, offset: number): BakePlace | undefined {
	const between = (from: number, to: number): boolean => to - from <= 3 && /^(?:"?(?:\$\{)?|\}?"?)$/.test(file.text.slice(from, to));
	return (
		bakePlaceAt(file, offset) ??
		placesOf(file).find(({ start, end }) => (offset < start && between(offset, start)) || (offset > end && offset - end <= 2 && between(end, offset)))
	);
}
