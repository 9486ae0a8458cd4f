import { type Message, say } from "../../text/message.ts";
import { placeOf } from "../merge.ts";
import type { RefusalKind, Refuse } from "../refusal.ts";
import { goPrinted, goText, goTextIn } from "../scalar.ts";
import type { Entry, Value } from "../value.ts";
import { bytesOf } from "./bytes.ts";
import { durationOf } from "./duration.ts";
import { splitCommand } from "./command.ts";

/** What JSON holds; entries by their names, in order. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** Makes JSON of a value as Compose has it; undefined for what is left out. */
export type Shape = (value: Value | undefined, refuse: Refuse) => Plain | undefined;

function refused(value: Value | undefined, message: Message, refuse: Refuse, kind: RefusalKind = "wrongType"): undefined {
	refuse({ kind, at: placeOf(value), message });
	return undefined;
}

/** Left out where it is empty. */
export const text: Shape = (value, refuse) => {
	if (!value || value.kind === "null") return undefined;
	if (value.kind !== "string" && value.kind !== "integer") return refused(value, say`this has to be text`, refuse);
	return goText(value) || undefined;
};

/** There even where it is empty. */
export const always =
	(shape: Shape, other: Plain): Shape =>
	(value, refuse) =>
		shape(value, refuse) ?? other;

/** Left out where it is false. */
export const flag: Shape = (value, refuse) => given(value, refuse) || undefined;

/** There wherever it is said. */
export const given: (value: Value | undefined, refuse: Refuse) => boolean | undefined = (value, refuse) => {
	if (!value || value.kind === "null") return undefined;
	if (value.kind === "boolean") return value.value;
	const word = value.kind === "string" ? value.value.toLowerCase() : "";
	if (/^(?:true|y|yes|on)$/.test(word)) return true;
	if (/^(?:false|n|no|off)$/.test(word)) return false;
	return refused(value, say`this has to be true or false`, refuse, "invalidBoolean");
};

/** Left out where it is true, which it is by default. */
export const optOut: Shape = (value, refuse) => (given(value, refuse) === false ? false : undefined);

/** There wherever it is said. */
export const givenInteger: Shape = (value, refuse) => {
	if (!value || value.kind === "null") return undefined;
	if (value.kind === "integer") return Number(value.value);
	if (value.kind === "float") return Math.trunc(value.value);
	if (value.kind === "string" && /^[-+]?\d+$/.test(value.value)) return Number(value.value);
	return refused(value, say`this has to be a whole number`, refuse);
};

/** Left out where it is 0. */
export const integer: Shape = (value, refuse) => {
	const found = givenInteger(value, refuse);
	return found === 0 ? undefined : found;
};

/** Of single precision, as Compose keeps it; left out where it is 0. */
export const number: Shape = (value, refuse) => {
	if (!value || value.kind === "null") return undefined;
	const found =
		value.kind === "integer" || value.kind === "float" ? Number(value.value) : value.kind === "string" && value.value !== "" ? Number(value.value) : Number.NaN;
	if (Number.isNaN(found)) return refused(value, say`this has to be a number`, refuse);
	const single = Math.fround(found);
	for (let digits = 1; digits < 10; digits++)
		if (Math.fround(Number(single.toPrecision(digits))) === single) return Number(single.toPrecision(digits)) || undefined;
	return single || undefined;
};

/** As text, in bytes; left out where it is 0. */
export const bytes: Shape = (value, refuse) => {
	if (!value || (value.kind !== "string" && value.kind !== "integer")) return undefined;
	const found = bytesOf(goText(value));
	if (found === undefined) return refused(value, say`\`${goText(value)}\` is no size; one is a number with a unit, as in \`512m\``, refuse, "size");
	return found === 0n ? undefined : String(found);
};

/** As Go writes it. */
export const duration: Shape = (value, refuse) => {
	if (!value || value.kind === "null") return undefined;
	const written = goTextIn(value);
	const found = written === undefined ? undefined : durationOf(written);
	return found === undefined ? refused(value, say`\`${written ?? ""}\` is no duration; one is written as in \`1m30s\``, refuse, "duration") : found;
};

/** Left out where it is 0. */
export const longDuration: Shape = (value, refuse) => {
	const found = duration(value, refuse);
	return found === "0s" ? undefined : found;
};

/** A list, left out where it is empty; one text is a list, too. */
export const listOfTexts: Shape = (value, refuse) => {
	if (!value || value.kind === "null") return undefined;
	const items = value.kind === "sequence" ? value.items : [value];
	const texts: string[] = [];
	for (const item of items) {
		const written = item.kind === "timestamp" ? undefined : goTextIn(item);
		if (written === undefined) refused(item, say`this has to be text`, refuse);
		else texts.push(item.kind === "null" ? "" : written);
	}
	return texts.length > 0 ? texts : undefined;
};

export const list =
	(shape: Shape): Shape =>
	(value, refuse) =>
		value?.kind === "sequence" && value.items.length > 0 ? value.items.map((item) => shape(item, refuse) ?? null) : undefined;

/** `isOpen`: names that hold nothing are there, too. */
export const mapOf =
	(shape: Shape): Shape =>
	(value, refuse) =>
		value?.kind === "mapping" && value.entries.size > 0
			? byName([...value.entries].map(([name, { value: held }]) => [name, held.kind === "null" ? null : (shape(held, refuse) ?? null)]))
			: undefined;

/** Names with texts, from a mapping or from a list of `NAME=text`; what holds nothing is empty. Left out where there are none. */
export const mapping: Shape = (value) => {
	const pairs = pairsOf(value);
	return pairs && pairs.length > 0 ? byName(pairs.map(([name, held]) => [name, held ?? ""])) : undefined;
};

/** The same, where what holds nothing stays so. */
export const variables: Shape = (value, refuse) => {
	const pairs = pairsOf(value);
	if (value?.kind === "sequence") {
		for (const item of value.items)
			if (item.kind === "string" && /\s(?==|$)/.test(item.value.split("=", 1)[0] ?? ""))
				refused(item, say`the name of a variable cannot end with a blank`, refuse, "variableName");
	}
	return pairs && pairs.length > 0 ? byName(pairs.map(([name, held]) => [name, held ?? null])) : undefined;
};

/** Of a name that stands there twice the last counts. */
export function pairsOf(value: Value | undefined): readonly (readonly [name: string, held: string | undefined])[] | undefined {
	if (value?.kind === "mapping")
		return [...value.entries].map(([name, { value: held }]) => [name, held.kind === "null" ? undefined : (goTextIn(held) ?? goPrinted(held))]);
	if (value?.kind !== "sequence") return undefined;
	return value.items.map((item) => {
		const written = goTextIn(item) ?? "";
		const equals = written.indexOf("=");
		return equals < 0 ? [written, undefined] : [written.slice(0, equals), written.slice(equals + 1)];
	});
}

/** Sorted by names, as Go writes a map. */
export function byName(entries: readonly (readonly [string, Plain])[]): { readonly [name: string]: Plain } {
	if (isSorted(entries)) return Object.fromEntries(entries);
	return Object.fromEntries([...new Map(entries)].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** So that no name is there twice, either. */
function isSorted(entries: readonly (readonly [string, Plain])[]): boolean {
	for (let index = 1; index < entries.length; index++) if ((entries[index - 1]?.[0] ?? "") >= (entries[index]?.[0] ?? "")) return false;
	return true;
}

/** Words of a command, from a list or from a text as a shell splits it; null where nothing is said. */
export const command: Shape = (value, refuse) => {
	if (!value || value.kind === "null") return null;
	if (value.kind === "sequence") return listOfTexts(value, refuse) ?? [];
	const words = value.kind === "string" ? splitCommand(value.value) : undefined;
	return (
		words ?? refused(value, say`the quotes or brackets of this command do not match; put what is meant for a shell into quotes`, refuse, "command") ?? null
	);
};

/** Fields in the order in which Compose has them. */
export function structure(fields: Readonly<Record<string, Shape>>): Shape {
	const shapes = Object.entries(fields).map(([name, shape], order) => ({ name, shape, order }));
	const known = new Map(shapes.map((each) => [each.name, each]));
	// Most fields are left out where nothing is said, and most are not said.
	const always = shapes.filter(({ shape }) => shape(undefined, () => undefined) !== undefined);
	return (value, refuse) => {
		const entries = value?.kind === "mapping" ? value.entries : nothing;
		const said = always.filter(({ name }) => !entries.has(name));
		for (const name of entries.keys()) {
			const each = known.get(name);
			if (each) said.push(each);
		}
		said.sort((one, other) => one.order - other.order);
		const found: Record<string, Plain> = {};
		for (const { name, shape } of said) {
			const plain = shape(entries.get(name)?.value, refuse);
			if (plain !== undefined) found[name] = plain;
		}
		return found;
	};
}

const nothing: ReadonlyMap<string, Entry> = new Map();

/** A structure that is there only where it is said. */
export const optional =
	(shape: Shape): Shape =>
	(value, refuse) =>
		value && value.kind !== "null" ? shape(value, refuse) : undefined;
