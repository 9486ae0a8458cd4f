import type { Rule } from "../lint/rule.ts";
import { code, paragraphs } from "./markdown.ts";

/** A rule in short: its title and why it matters, with a link to its page where there is one. */
export function describeRule(rule: Rule, page: string | undefined): string {
	return paragraphs(`**${code(rule.id)}** ${rule.title}.`, rule.why.join(" "), page && pageLink(page));
}

/** Why a finding of the rule matters. Its message is not repeated: editors show it themselves. */
export function describeReason(rule: Rule, page: string | undefined): string {
	return `**${code(rule.id)}** ${rule.why.join(" ")}${page ? ` ${pageLink(page)}` : ""}`;
}

const pageLink = (page: string): string => `[Documentation](${page})`;
