import { entryInsertion } from "../compose/rewrite/insert.ts";
import type { Held } from "../compose/rewrite/insert.ts";
import { partsAround } from "../compose/rewrite/parts.ts";
import { removal } from "../compose/rewrite/remove.ts";
import type { LintedCompose, RefusedHere } from "../compose/linted.ts";
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
	return refusals.map((refusal, index) => {
		const { at, message, others = [] } = refusal;
		const related = others.map((other) => ({ at: other, message: say`this is part of it` }));
		const fix = index < mostAsked ? fixFor?.({ ...refusal, written: file.text.slice(at.start, at.end) }) : undefined;
		return { at, message: say`Compose refuses the file: ${message}`, refused: true, ...(related.length > 0 && { related }), ...(fix && { fix }) };
	});
}

const none: readonly Problem[] = [];

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
