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

/** How a value is printed, and what is wrong with it. Who lints asks for the second alone. */
export type Shape<Printed extends Plain = Plain> = {
	/** JSON of a value as Compose has it; undefined for what is left out, and for what is wrong. */
	readonly print: (value: Value | undefined) => Printed | undefined;
	/** Refuses what cannot be printed; absent where nothing can be wrong. */
	readonly check?: Check | undefined;
};
type Check = (value: Value, refuse: Refuse) => void;

/** Why there is nothing to print. */
export class Wrong {
	readonly message: Message;
	readonly kind: RefusalKind;

	constructor(message: Message, kind: RefusalKind = "wrongType") {
		this.message = message;
		this.kind = kind;
	}
}

/** Of what is not null; null is left out. */
export function single<Printed extends Plain>(read: (value: Value) => Printed | undefined | Wrong): Shape<Printed> {
	return {
		print: (value) => {
			const found = value && value.kind !== "null" ? read(value) : undefined;
			return found instanceof Wrong ? undefined : found;
		},
		check: (value, refuse) => {
			const found = value.kind === "null" ? undefined : read(value);
			if (found instanceof Wrong) refuse({ kind: found.kind, at: placeOf(value), message: found.message });
		},
	};
}

/** What another shape prints, printed otherwise. */
const printedAs = <Printed extends Plain, Then extends Plain>(
	{ print, check }: Shape<Printed>,
	then: (printed: Printed | undefined) => Then | undefined,
): Shape<Then> => ({
	print: (value) => then(print(value)),
	check,
});

/** Left out where it is empty. */
export const text = single((value) => (value.kind === "string" || value.kind === "integer" ? goText(value) || undefined : new Wrong(say`this has to be text`)));

/** There even where it is empty. */
export const always = (shape: Shape, other: Plain): Shape => printedAs(shape, (printed) => printed ?? other);

/** There wherever it is said. */
export const given = single((value) => {
	if (value.kind === "boolean") return value.value;
	const word = value.kind === "string" ? value.value.toLowerCase() : "";
	if (/^(?:true|y|yes|on)$/.test(word)) return true;
	if (/^(?:false|n|no|off)$/.test(word)) return false;
	return new Wrong(say`this has to be true or false`, "invalidBoolean");
});

/** Left out where it is false. */
export const flag = printedAs(given, (printed) => printed || undefined);

/** Left out where it is true, which it is by default. */
export const optOut = printedAs(given, (printed) => (printed === false ? false : undefined));

/** There wherever it is said. What does not fit into 64 bits is what Go makes of it. */
export const givenInteger = single((value) => {
	if (value.kind === "integer") return Number(BigInt.asIntN(64, value.value));
	if (value.kind === "float") return Number(truncated(value.value));
	if (value.kind === "string" && /^[-+]?\d+$/.test(value.value)) return Number(value.value);
	return new Wrong(say`this has to be a whole number`);
});

/** Left out where it is 0. */
export const integer = printedAs(givenInteger, (printed) => (printed === 0 ? undefined : printed));

/** The same of what Compose keeps in so many bits without a sign. */
export const givenCount = (bits: number): Shape<number> =>
	single((value) => {
		if (value.kind === "string") return new Wrong(say`this has to be a whole number, and not a text`);
		if (value.kind !== "integer" && value.kind !== "float") return new Wrong(say`this has to be a whole number`);
		const whole = value.kind === "integer" ? value.value : truncated(value.value);
		return value.value < 0 ? new Wrong(say`this cannot be less than 0`) : Number(BigInt.asUintN(bits, whole));
	});

/** Left out where it is 0. */
export const count = (bits: number): Shape<number> => printedAs(givenCount(bits), (printed) => (printed === 0 ? undefined : printed));

const smallest = -(2n ** 63n);

/** As Go makes an integer of a number: of one that is too large the smallest of all. */
const truncated = (number: number): bigint => (Math.abs(number) < 2 ** 63 ? BigInt(Math.trunc(number)) : smallest);

/** Of single precision, as Compose keeps it; left out where it is 0. */
export const number = single((value) => {
	const found =
		value.kind === "integer" || value.kind === "float" ? Number(value.value) : value.kind === "string" && value.value !== "" ? Number(value.value) : Number.NaN;
	if (Number.isNaN(found)) return new Wrong(say`this has to be a number`);
	const single = Math.fround(found);
	for (let digits = 1; digits < 10; digits++)
		if (Math.fround(Number(single.toPrecision(digits))) === single) return Number(single.toPrecision(digits)) || undefined;
	return single || undefined;
});

/** As text, in bytes; left out where it is 0. */
export const bytes = single((value) => {
	if (value.kind !== "string" && value.kind !== "integer") return undefined;
	const found = bytesOf(goText(value));
	if (found === undefined) return new Wrong(say`\`${goText(value)}\` is no size; one is a number with a unit, as in \`512m\``, "size");
	return found === 0n ? undefined : String(found);
});

/** As Go writes it. */
export const duration = single((value) => {
	const written = goTextIn(value);
	const found = written === undefined ? undefined : durationOf(written);
	return found ?? new Wrong(say`\`${written ?? ""}\` is no duration; one is written as in \`1m30s\``, "duration");
});

/** Left out where it is 0. */
export const longDuration = printedAs(duration, (printed) => (printed === "0s" ? undefined : printed));

const textIn = (item: Value): string | undefined => (item.kind === "timestamp" ? undefined : goTextIn(item));

/** A list, left out where it is empty; one text is a list, too. */
export const listOfTexts: Shape<readonly string[]> = {
	print: (value) => {
		if (!value || value.kind === "null") return undefined;
		const items = value.kind === "sequence" ? value.items : [value];
		const texts = items.flatMap((item) => (item.kind === "null" ? "" : (textIn(item) ?? [])));
		return texts.length > 0 ? texts : undefined;
	},
	check: (value, refuse) => {
		if (value.kind === "null") return;
		for (const item of value.kind === "sequence" ? value.items : [value])
			if (textIn(item) === undefined) refuse({ kind: "wrongType", at: placeOf(item), message: say`this has to be text` });
	},
};

export const list = ({ print, check }: Shape): Shape => ({
	print: (value) => (value?.kind === "sequence" && value.items.length > 0 ? value.items.map((item) => print(item) ?? null) : undefined),
	check:
		check &&
		((value, refuse) => {
			if (value.kind === "sequence") for (const item of value.items) check(item, refuse);
		}),
});

/** Names that hold nothing are there, too. */
export const mapOf = ({ print, check }: Shape): Shape => ({
	print: (value) =>
		value?.kind === "mapping" && value.entries.size > 0
			? byName([...value.entries].map(([name, { value: held }]) => [name, held.kind === "null" ? null : (print(held) ?? null)]))
			: undefined,
	check:
		check &&
		((value, refuse) => {
			if (value.kind === "mapping") for (const { value: held } of value.entries.values()) if (held.kind !== "null") check(held, refuse);
		}),
});

/** Names with texts, from a mapping or from a list of `NAME=text`; what holds nothing is empty. Left out where there are none. */
export const mapping: Shape = {
	print: (value) => {
		const pairs = pairsOf(value);
		return pairs && pairs.length > 0 ? byName(pairs.map(([name, held]) => [name, held ?? ""])) : undefined;
	},
};

/** The same, where what holds nothing stays so. */
export const variables: Shape = {
	print: (value) => {
		const pairs = pairsOf(value);
		return pairs && pairs.length > 0 ? byName(pairs.map(([name, held]) => [name, held ?? null])) : undefined;
	},
	check: (value, refuse) => {
		if (value.kind !== "sequence") return;
		for (const item of value.items)
			if (item.kind === "string" && /\s(?==|$)/.test(item.value.split("=", 1)[0] ?? ""))
				refuse({ kind: "variableName", at: placeOf(item), message: say`the name of a variable cannot end with a blank` });
	},
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
export const command: Shape = {
	print: (value) => {
		if (value?.kind === "sequence") return listOfTexts.print(value) ?? [];
		return value?.kind === "string" ? (splitCommand(value.value) ?? null) : null;
	},
	check: (value, refuse) => {
		if (value.kind === "sequence") listOfTexts.check?.(value, refuse);
		else if (value.kind !== "null" && (value.kind !== "string" || !splitCommand(value.value))) {
			const message = say`the quotes or brackets of this command do not match; put what is meant for a shell into quotes`;
			refuse({ kind: "command", at: placeOf(value), message });
		}
	},
};

/** Fields in the order in which Compose has them. */
export function structure(fields: Readonly<Record<string, Shape>>): Shape {
	const shapes = Object.entries(fields).map(([name, shape], order) => ({ name, ...shape, order }));
	const known = new Map(shapes.map((each) => [each.name, each]));
	// Most fields are left out where nothing is said, and most are not said.
	const always = shapes.filter(({ print }) => print(undefined) !== undefined);
	return {
		print: (value) => {
			const entries = value?.kind === "mapping" ? value.entries : nothing;
			const said = always.filter(({ name }) => !entries.has(name));
			for (const name of entries.keys()) {
				const each = known.get(name);
				if (each) said.push(each);
			}
			const found: Record<string, Plain> = {};
			for (const { name, print } of said.sort((one, other) => one.order - other.order)) {
				const plain = print(entries.get(name)?.value);
				if (plain !== undefined) found[name] = plain;
			}
			return found;
		},
		check: (value, refuse) => {
			if (value.kind !== "mapping") return;
			for (const [name, { value: held }] of value.entries) known.get(name)?.check?.(held, refuse);
		},
	};
}

const nothing: ReadonlyMap<string, Entry> = new Map();

/** A structure that is there only where it is said. */
export const optional = ({ print, check }: Shape): Shape => ({
	print: (value) => (value && value.kind !== "null" ? print(value) : undefined),
	check: check && ((value, refuse) => value.kind !== "null" && check(value, refuse)),
});
