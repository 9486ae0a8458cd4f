import type { Finding } from "../lint/lint.ts";
import type { Rule } from "../lint/rule.ts";
import { type Catalogue, type Message, textOf } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import { bullets, paragraphs } from "./markdown.ts";
import { describeReason } from "./rule-hover.ts";

/** Markdown about what the range covers. What comes from the file stands in code spans. */
export type Hover = { readonly range: Range; readonly markdown: string };

/** What a hover may tell besides the file itself. */
export type HoverContext = {
	readonly rules: readonly Rule[];
	readonly findings: readonly Finding[];
	/** Where the rule's page is; undefined where there is none to link to. */
	rulePage(id: string): string | undefined;
	/** The rule's first example, as Markdown; undefined where there is none at hand. */
	exampleOf?(id: string): string | undefined;
	/** What to say things by; undefined: English. */
	readonly catalogue?: Catalogue | undefined;
};

/** What is said of a range: paragraphs, and below them a list. */
export type About = { readonly range: Range; readonly about: readonly Message[]; readonly list?: readonly Message[] };

export function hoverOf({ range: { start, end }, about, list = [] }: About, catalogue: Catalogue | undefined): Hover {
	const inWords = (message: Message): string => textOf(message, catalogue);
	return { range: { start, end }, markdown: paragraphs(...about.map(inWords), bullets(list.map(inWords))) };
}

/** What the language says there, and below it why the findings there matter. */
export function withReasons(syntax: Hover | undefined, offset: number, { findings, rules, rulePage, exampleOf, catalogue }: HoverContext): Hover | undefined {
	const there = findings.filter(({ at: { start, end } }) => start <= offset && offset <= end && end > start);
	const found = [...new Set(there.map(({ rule }) => rule))].flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
	// Examples of several rules at once would hide what else there is to read.
	const example = found.length === 1 && found[0] ? exampleOf?.(found[0].id) : undefined;
	const reasons = found.map((rule) => describeReason(rule, rulePage(rule.id), catalogue, example));
	const range = syntax?.range ?? smallest(there.map(({ at }) => at));
	const markdown = [syntax?.markdown, reasons.length > 0 ? paragraphs(...reasons) : undefined].filter((part) => part !== undefined);
	return range && markdown.length > 0 ? { range, markdown: markdown.join("\n\n---\n\n") } : undefined;
}

const smallest = (ranges: readonly Range[]): Range | undefined => ranges.toSorted((one, other) => one.end - one.start - (other.end - other.start))[0];
