import { aliasesOf, findRules } from "../../lint/rule-names.ts";
import type { Rule } from "../../lint/rule.ts";
import { spokenRule } from "../../lint/spoken.ts";
import { type Catalogue, say, textOf, toPlainText } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { describeRule } from "../rule-hover.ts";
import { type Key, keyAt, namesIn } from "./keys.ts";
import { scan } from "./scan.ts";

/** Something that may be written at a place of a configuration. */
export type Completion = {
	readonly label: string;
	readonly kind: "key" | "rule" | "value";
	/** What is put in place of the range. */
	readonly text: string;
	readonly range: Range;
	/** Plain text. */
	readonly detail: string;
	/** Markdown. */
	readonly documentation: string | undefined;
	/** The name by which what is written already means it. */
	readonly filter: string;
	/** Whether something else has to be written behind it. */
	readonly isBegun: boolean;
};

export type CompletionContext = { readonly rules: readonly Rule[]; readonly catalogue: Catalogue | undefined; rulePage(id: string): string | undefined };

/** What may stand at the offset of a `.hullwright.yaml`, whatever its rest is like. */
export function completions(text: string, offset: number, context: CompletionContext): readonly Completion[] {
	const range = wordAt(text, offset);
	const { place } = scan(text, range.start);
	if (!place) return [];
	const key = keyAt(place.path, context.rules, context.catalogue);
	if (place.expects === "value") return key?.values.length ? valueCompletions(text, range, key, context) : [];
	return place.expects === "key" ? keyCompletions(text, range, place.path, context) : [];
}

/** The word that the offset is in or at the end of. */
function wordAt(text: string, offset: number): Range {
	let [start, end] = [offset, offset];
	while (start > 0 && isWordCharacter(text.charAt(start - 1))) start--;
	while (isWordCharacter(text.charAt(end))) end++;
	return { start, end };
}

const isWordCharacter = (character: string): boolean => /^[\w/.-]$/.test(character);

function valueCompletions(text: string, range: Range, { values }: Key, { catalogue }: CompletionContext): Completion[] {
	const gap = text[range.start - 1] === ":" ? " " : "";
	return values.map(({ text: value, isDefault }) => ({
		label: value,
		kind: "value",
		text: gap + value,
		range,
		detail: isDefault ? textOf(say`default`, catalogue) : "",
		documentation: undefined,
		filter: gap + value,
		isBegun: false,
	}));
}

function keyCompletions(text: string, range: Range, path: readonly string[], context: CompletionContext): Completion[] {
	const { rules, catalogue, rulePage } = context;
	const isAfterKey = /^[ \t]*:/.test(text.slice(range.end, range.end + 20));
	const taken = new Set(
		scan(text)
			.entries.filter(
				(entry) => entry.path.length === path.length + 1 && path.every((name, index) => entry.path[index] === name) && entry.key.start !== range.start,
			)
			.flatMap(({ path: full }) => namesOf(full, rules)),
	);
	const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
	const before = text.slice(lineStart, range.start);
	return namesIn(path, rules)
		.filter((name) => !taken.has(name))
		.map((name): Completion => {
			const key = keyAt([...path, name], rules, catalogue);
			const [rule] = path.length === 1 ? findRules(rules, name) : [];
			return {
				label: name,
				kind: rule ? "rule" : "key",
				text: name + (isAfterKey ? "" : opening(key, before)),
				range,
				detail: rule ? toPlainText(spokenRule(rule, catalogue).title) : "",
				documentation: rule ? describeRule(rule, rulePage(rule.id), catalogue) : key?.about,
				filter: (rule && aliasFor(rule, text.slice(range.start, range.end))) ?? name,
				isBegun: !isAfterKey,
			};
		});
}

/** The name of the rule that somebody who wrote so much may be about to write, where that is not its id. */
function aliasFor(rule: Rule, written: string): string | undefined {
	const start = written.toLowerCase();
	if (!start || rule.id.startsWith(start)) return undefined;
	const names = aliasesOf(rule).flatMap((alias) => [alias, alias.slice(alias.indexOf("/") + 1)]);
	return names.find((alias) => alias.toLowerCase().startsWith(start));
}

/** A rule is taken by whatever name it is set. */
function namesOf(path: readonly string[], rules: readonly Rule[]): readonly string[] {
	const name = path.at(-1) ?? "";
	return path.length === 2 ? findRules(rules, name).map(({ id }) => id) : [name];
}

/** What goes behind a key; what it holds begins on the next line, but not within braces. */
function opening(key: Key | undefined, before: string): string {
	if (/\S/.test(before) || !key || key.holds === "value") return ": ";
	return `:\n${before}  ${key.holds === "list" ? "- " : ""}`;
}
