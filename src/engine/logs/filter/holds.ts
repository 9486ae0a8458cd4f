import { linesOf, type LogEntry, type LogLine } from "../entry.ts";
import { toValue, type FieldValue } from "../fields/field.ts";
import { findField } from "../fields/fields.ts";
import { levelOfWord, levels, rankOf } from "../level.ts";
import type { Filter, Operator } from "./filter.ts";

/** What a filter may ask of the source that wrote an entry. */
export type SourceNames = { readonly service: string; readonly container: string; readonly project: string };

export type EntryTest = (entry: LogEntry) => boolean;

/** The filter as a function. An entry is judged as a whole: its words may stand in different lines of it. */
export function testOf(filter: Filter, namesOf: (source: string) => SourceNames | undefined): EntryTest {
	switch (filter.kind) {
		case "all": {
			const tests = filter.parts.map((part) => testOf(part, namesOf));
			return (entry) => tests.every((test) => test(entry));
		}
		case "any": {
			const tests = filter.parts.map((part) => testOf(part, namesOf));
			return (entry) => tests.some((test) => test(entry));
		}
		case "not": {
			const test = testOf(filter.part, namesOf);
			return (entry) => !test(entry);
		}
		case "text":
			return textTest(filter.text);
		case "pattern":
			return inAnyLine(({ text }) => filter.test.test(text));
		case "field":
			return fieldTest(filter, namesOf);
	}
}

const inAnyLine =
	(test: (line: LogLine) => boolean): EntryTest =>
	(entry) =>
		test(entry) || (entry.more?.some(test) ?? false);

/** Whether the text is in an entry, whatever the case of its letters. */
export function textTest(wanted: string): EntryTest {
	// A text as a pattern has nothing that could be tried in two ways.
	const pattern = new RegExp(escaped(wanted), "i");
	return inAnyLine(({ text }) => pattern.test(text));
}

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

type FieldFilter = Extract<Filter, { kind: "field" }>;

function fieldTest(filter: FieldFilter, namesOf: (source: string) => SourceNames | undefined): EntryTest {
	const { name, operator, value, text, test } = filter;
	if (name === "level") return levelTest(operator, text, test?.test);
	const compared = (found: FieldValue | undefined): boolean => {
		if (found === undefined) return operator === "!=" || operator === "!~";
		if (test) return test.test(String(found)) === (operator === "~" || operator === "=");
		if (text === "*" && (operator === "=" || operator === "!=")) return operator === "=";
		return compare(found, value, text, operator);
	};
	if (name === "text") return (entry) => (operator === "!=" || operator === "!~" ? lines(entry).every(compared) : lines(entry).some(compared));
	if (!ownNames.has(name)) return (entry) => compared(findField(entry.text, entry.format, name));
	return (entry) => {
		const own = ownValue(name, entry, namesOf);
		if (own !== undefined && compared(own)) return true;
		if (own !== undefined && (operator === "!=" || operator === "!~")) return false;
		return compared(findField(entry.text, entry.format, name) ?? own);
	};
}

const lines = (entry: LogEntry): readonly string[] => [...linesOf(entry)].map(({ text }) => text);

/** What is known of each entry, whatever it says. */
const ownNames: ReadonlySet<string> = new Set(["stream", "service", "container", "project", "time"]);

function ownValue(name: string, { source, stream, time }: LogEntry, namesOf: (source: string) => SourceNames | undefined): string | undefined {
	if (name === "stream") return stream;
	if (name === "service" || name === "container" || name === "project") return namesOf(source)?.[name] || undefined;
	return name === "time" && time !== "" ? time : undefined;
}

function levelTest(operator: Operator, text: string, test: ((level: string) => boolean) | undefined): EntryTest {
	if (test) return ({ level }) => test(level ?? "") === (operator === "~" || operator === "=");
	if (text === "*") return ({ level }) => (level !== undefined) === (operator === "=");
	const wanted = levelOfWord(text);
	const rank = wanted === undefined ? -1 : rankOf(wanted);
	const allowed = new Set(levels.filter((level) => ordered(rankOf(level) - rank, operator)));
	return ({ level }) => (level === undefined ? operator === "!=" : allowed.has(level));
}

function compare(given: FieldValue, wanted: FieldValue, text: string, operator: Operator): boolean {
	// Some write numbers in quotes, as nginx does in JSON.
	const found = typeof given === "string" && (typeof wanted === "number" || typeof wanted === "bigint") ? toValue(given) : given;
	const isNumber = typeof found === "number" || typeof found === "bigint";
	if (isNumber && (typeof wanted === "number" || typeof wanted === "bigint")) return ordered(found < wanted ? -1 : found > wanted ? 1 : 0, operator);
	const [one, other] = [measured(found), measured(text)];
	if (one !== undefined && other !== undefined) return ordered(one - other, operator);
	if (operator !== "=" && operator !== "!=" && isNumber !== (typeof wanted === "number" || typeof wanted === "bigint")) return false;
	const [left, right] = [String(found).toLowerCase(), text.toLowerCase()];
	return ordered(left < right ? -1 : left > right ? 1 : 0, operator);
}

const units: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds where a text is a number with a unit of time. */
function measured(value: FieldValue): number | undefined {
	const match = typeof value === "string" && value.length < 30 ? /^(\d+(?:\.\d+)?) ?(ns|us|µs|μs|ms|s|m|h)$/.exec(value) : null;
	return match ? Number(match[1]) * (units[match[2] ?? ""] ?? 1) : undefined;
}

function ordered(difference: number, operator: Operator): boolean {
	switch (operator) {
		case "=":
			return difference === 0;
		case "!=":
			return difference !== 0;
		case ">":
			return difference > 0;
		case ">=":
			return difference >= 0;
		case "<":
			return difference < 0;
		case "<=":
			return difference <= 0;
		default:
			return false;
	}
}
