import { aliasesOf } from "../lint/rule-names.ts";
import type { Rule } from "../lint/rule.ts";
import { spokenRule } from "../lint/spoken.ts";
import { type Catalogue, say, textOf } from "../text/message.ts";
import { code, paragraphs } from "./markdown.ts";

/** A rule in short: its title and why it matters, with a link to its page where there is one. */
export function describeRule(rule: Rule, page: string | undefined, catalogue: Catalogue | undefined): string {
	const { summary, reason } = spokenRule(rule, catalogue);
	return paragraphs(`**${code(rule.id)}** ${summary}`, reason, page && pageLink(page, catalogue));
}

/** Why a finding of the rule matters, with an example where there is one, and what others call it. Its message is not repeated: editors show it themselves. */
export function describeReason(rule: Rule, page: string | undefined, catalogue: Catalogue | undefined, example?: string): string {
	const names = aliasesOf(rule);
	const reason = `**${code(rule.id)}** ${spokenRule(rule, catalogue).reason}${page ? ` ${pageLink(page, catalogue)}` : ""}`;
	return paragraphs(reason, example, names.length > 0 ? alsoKnownAs(names, catalogue) : undefined);
}

/** The names that a rule has besides its id. */
export const alsoKnownAs = (names: readonly string[], catalogue: Catalogue | undefined): string =>
	textOf(say`Also known as ${names.map(code).join(", ")}.`, catalogue);

const pageLink = (page: string, catalogue: Catalogue | undefined): string => `[${textOf(say`Documentation`, catalogue)}](${page})`;
