import { entryInsertion } from "../compose/rewrite/insert.ts";
import type { Held } from "../compose/rewrite/insert.ts";
import { partsAround } from "../compose/rewrite/parts.ts";
import { removal } from "../compose/rewrite/remove.ts";
import { type LintedCompose, rangeIn, type RefusedHere } from "../compose/linted.ts";
import type { RefusalKind } from "../compose/refusal.ts";
import { entryOf } from "../compose/value.ts";
import type { Fix, Problem } from "../lint/rule.ts";
import { type Message, say } from "../text/message.ts";
import { findSimilar, mostAsked } from "../text/similar.ts";
import { type Edit, type Range, replace } from "../text/text.ts";

/** What is refused, with the text that stands there. */
type Refused = RefusedHere & { readonly written: string };

/** What Compose refuses the project for, as far as it is of that kind. */
export function reportRefusals(file: LintedCompose, kind: RefusalKind, fixFor?: (refused: Refused) => Fix | undefined): readonly Problem[] {
	const refusals = file.refusals.get(kind);
	if (!refusals) return none;
	return grouped(refusals).map((group, index) => {
		const [refusal] = group;
		const { at, message, others = [] } = refusal;
		const meant = nameMeant(file, refusal, kind);
		const related = [
			...[...others, ...group.slice(1).map((other) => other.at)].map((other) => ({ at: other, message: say`this is part of it` })),
			...(meant ? [{ at: meant, message: say`this may be what is meant` }] : []),
		];
		const isAsked = fixFor && index < mostAsked;
		const fixes = isAsked ? group.slice(0, mostAsked).flatMap((each) => fixFor({ ...each, written: file.text.slice(each.at.start, each.at.end) }) ?? []) : [];
		const fix = together(fixes);
		return { at, message: say`Compose refuses the file: ${message}`, refused: true, ...(related.length > 0 && { related }), ...(fix && { fix }) };
	});
}

const none: readonly Problem[] = [];

const sectionsOfNames: Partial<Record<RefusalKind, string>> = {
	undefinedNetwork: "networks",
	undefinedVolume: "volumes",
	undefinedSecret: "secrets",
	undefinedConfig: "configs",
	undefinedModel: "models",
	undefinedService: "services",
};

/** Where a name of the section stands that is spelt much the same as one that is not defined: it may as well be that which is wrong. */
function nameMeant(file: LintedCompose, { name }: RefusedHere, kind: RefusalKind): Range | undefined {
	const section = sectionsOfNames[kind];
	const similar = section === undefined || name === undefined ? undefined : similarIn(file, section, name);
	const held = section === undefined ? undefined : entryOf(file.project.model, section);
	return similar !== undefined && held?.kind === "mapping" ? rangeIn(file, held.entries.get(similar)?.key) : undefined;
}

type Group = readonly [RefusedHere, ...RefusedHere[]];

/** A name that is not defined is one mistake, however often it is used. */
function grouped(refusals: readonly RefusedHere[]): readonly Group[] {
	const groups = new Map<string, [RefusedHere, ...RefusedHere[]]>();
	for (const [index, refusal] of refusals.entries()) {
		const { pattern, values } = refusal.message;
		const key = refusal.name === undefined ? String(index) : JSON.stringify([pattern, values]);
		const group = groups.get(key);
		if (group) group.push(refusal);
		else groups.set(key, [refusal]);
	}
	return [...groups.values()];
}

/** All edits as one fix, each once. */
function together(fixes: readonly Fix[]): Fix | undefined {
	const [first] = fixes;
	if (!first || fixes.length === 1) return first;
	const edits = new Map(fixes.flatMap((fix) => fix.edits.map((edit) => [`${edit.start} ${edit.end} ${edit.text}`, edit] as const)));
	return { ...first, edits: [...edits.values()] };
}

/** The text of what is written there, without quotation marks around it. */
export const unquoted = (written: string): string => written.replace(/^(["'])([^]*)\1$/, "$2");

const edited = (title: Message, edit: Edit | undefined, safe: boolean): Fix | undefined => edit && { title, edits: [edit], safe };

/** Another word there, in the quotation marks that it has. */
export function wordInstead(file: LintedCompose, { start, end }: Range, word: string, { safe = false } = {}): Fix {
	const inner = /^(["'])[^]*\1$/.test(file.text.slice(start, end)) ? { start: start + 1, end: end - 1 } : { start, end };
	return { title: say`Write \`${word}\``, edits: [replace(inner, word)], safe };
}

/** The word that is meant, where the refusal says one. */
export const wordMeant = (file: LintedCompose, { at, remedy }: Refused): Fix | undefined =>
	remedy?.kind === "word" ? wordInstead(file, at, remedy.word) : undefined;

/** Something else instead of all that stands there. */
export const textInstead = (at: Range, text: string, { safe = false } = {}): Fix => ({ title: say`Write \`${text}\``, edits: [replace(at, text)], safe });

/** The entry or item that the range stands in is taken out. */
export const removed = (file: LintedCompose, at: Range, title: Message, { safe = false } = {}): Fix | undefined => edited(title, removal(file, at), safe);

/** The item of a list that the range stands in is taken out. */
export function itemRemoved(file: LintedCompose, at: Range, title: Message, { safe = false } = {}): Fix | undefined {
	const item = partsAround(file, at).findLast((part) => part.kind === "item");
	return item?.kind === "item" ? removed(file, item.item, title, { safe }) : undefined;
}

/** An entry more in the mapping that the range stands in. */
export function entryAdded(file: LintedCompose, at: Range, name: string, held: Held, title: Message, { safe = false } = {}): Fix | undefined {
	const around = partsAround(file, at).findLast((part) => part.kind === "entry");
	return around?.kind === "entry" ? edited(title, entryInsertion(file, around.within, name, held), safe) : undefined;
}

/** A name of the section that is spelt much the same. */
export function similarIn(file: LintedCompose, section: string, name: string): string | undefined {
	const held = entryOf(file.project.model, section);
	return held?.kind === "mapping" ? findSimilar(name, held.entries.keys()) : undefined;
}
