import { say, textOf, translated, type Catalogue, type Message } from "../text/message.ts";
import { fixOf, type Finding } from "./lint.ts";
import type { About, Fix, Severity } from "./rule.ts";

/** A finding in the words of one language. */
export type SpokenFinding = Omit<Finding, "message" | "fix" | "related"> & {
	readonly message: string;
	readonly fix?: (Omit<Fix, "title"> & { readonly title: string }) | undefined;
	readonly related?: readonly (Omit<NonNullable<Finding["related"]>[number], "message"> & { readonly message: string })[] | undefined;
};

/** Says the finding in English, or by a catalogue. `say` turns a message into text, where not as `textOf` does. */
export function spoken(finding: Finding, catalogue: Catalogue | undefined, say = textOf): SpokenFinding {
	const fix = fixOf(finding);
	return { ...finding, ...spokenWords(finding, catalogue, say), fix: fix && { ...fix, title: say(fix.title, catalogue) } };
}

/** What the finding says, without its fix, which would have to be made. */
export const spokenWords = (
	{ message, related }: Pick<Finding, "message" | "related">,
	catalogue: Catalogue | undefined,
	say = textOf,
): { readonly message: string; readonly related: SpokenFinding["related"] } => ({
	message: say(message, catalogue),
	related: related?.map((each) => ({ ...each, message: say(each.message, catalogue) })),
});

/** What a rule says of itself, in the words of one language. */
export type SpokenRule = {
	/** Without a full stop. */
	readonly title: string;
	/** The title as a sentence. */
	readonly summary: string;
	/** A sentence each. */
	readonly why: readonly string[];
	/** All of `why` in one line. */
	readonly reason: string;
	readonly category: string;
};

/** Says it in English, or by a catalogue. */
export function spokenRule({ title: english, why: sentences, category }: About, catalogue: Catalogue | undefined): SpokenRule {
	const title = translated(english, catalogue);
	const why = sentences.map((sentence) => translated(sentence, catalogue));
	return {
		title,
		summary: textOf(say`${title}.`, catalogue),
		why,
		reason: why.reduce((before, sentence) => textOf(say`${before} ${sentence}`, catalogue)),
		category: translated(category, catalogue),
	};
}

/** As people read them; configurations and what programs read have the English words. */
export const severityNames: Readonly<Record<Severity | "off", Message>> = { error: say`error`, warning: say`warning`, info: say`info`, off: say`off` };
