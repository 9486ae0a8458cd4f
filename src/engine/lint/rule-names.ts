import { fact } from "../text/fact.ts";
import type { Rule } from "./rule.ts";
import { findSimilar } from "./similar.ts";

/** Every name that a rule answers to, in lower case: its id and its aliases, BuildKit's with and without `buildkit/`. */
type RuleNames = ReadonlyMap<string, Rule>;

const ruleNames = fact(
	(rules: readonly Rule[]): RuleNames =>
		new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].flatMap(spellings).map((name) => [name, rule] as const))),
);

/** The rule of that id or alias, in any letter case. */
export const findRule = (rules: readonly Rule[], name: string): Rule | undefined => ruleNames(rules).get(name.toLowerCase());

/** The id or alias that a mistyped name most likely means, as it is properly written. Numbered ids are left out: each is like a dozen others. */
export function findSimilarRule(rules: readonly Rule[], name: string): string | undefined {
	const names = rules.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]).filter((each) => !/\d{4}$/.test(each));
	return findSimilar(name, name.includes("/") ? names : names.map((each) => each.replace("buildkit/", "")));
}

/** Whether the name has the form of another linter's rule: hadolint's, ShellCheck's or BuildKit's, known to us or not. */
export const isForeignName = (name: string): boolean => /^(DL|SC)\d{4}$|^buildkit\//i.test(name) || buildkitChecks.has(name.toLowerCase());

function spellings(name: string): string[] {
	const lower = name.toLowerCase();
	return lower.startsWith("buildkit/") ? [lower, lower.slice("buildkit/".length)] : [lower];
}

/** https://docs.docker.com/reference/build-checks/ */
const buildkitChecks: ReadonlySet<string> = new Set(
	[
		"ConsistentInstructionCasing",
		"CopyIgnoredFile",
		"DuplicateStageName",
		"ExposeInvalidFormat",
		"ExposeProtoCasing",
		"FromAsCasing",
		"FromPlatformFlagConstDisallowed",
		"InvalidBaseImagePlatform",
		"InvalidDefaultArgInFrom",
		"InvalidDefinitionDescription",
		"JSONArgsRecommended",
		"LegacyKeyValueFormat",
		"MaintainerDeprecated",
		"MultipleInstructionsDisallowed",
		"NoEmptyContinuation",
		"RedundantTargetPlatform",
		"ReservedStageName",
		"SecretsUsedInArgOrEnv",
		"StageNameCasing",
		"UndefinedArgInFrom",
		"UndefinedVar",
		"WorkdirRelativePath",
	].map((name) => name.toLowerCase()),
);
