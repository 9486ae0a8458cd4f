import type { Configuration } from "./configuration.ts";
import type { Rule } from "./rule.ts";

/** Rules that say nothing else have been there from the beginning. */
const firstVersion = "0.1";

/** `1.2` or `1.2.3`; the last part is of no matter, for rules come with the first two. */
export const isVersion = (text: string): boolean => /^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/.test(text);

/** The version of Hullwright in which the rule came. */
export const sinceOf = ({ since = firstVersion }: Rule): string => since;

/** Whether the rule came after the rule set that the configuration keeps to, and nobody has set it: then it only hints. */
export const isLater = (rule: Rule, { ruleSet, rules }: Configuration): boolean =>
	ruleSet !== undefined && !rules.has(rule.id) && isAfter(sinceOf(rule), ruleSet);

/** Whether the one version is later than the other. */
function isAfter(one: string, other: string): boolean {
	const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [numbersOf(one), numbersOf(other)];
	return major === otherMajor ? minor > otherMinor : major > otherMajor;
}

const numbersOf = (version: string): readonly number[] => version.split(".").map(Number);
