import { fact } from "../text/fact.ts";
import type { Peer, Rule } from "./rule.ts";
import { findSimilar } from "../text/similar.ts";

/** Every name that rules answer to, in lower case. */
type RuleNames = ReadonlyMap<string, readonly Rule[]>;

/** Our own names win over those of other linters. */
const ruleNames = fact(
	(rules: readonly Rule[]): RuleNames =>
		new Map([...namesOfPeers(rules), ...rules.flatMap((rule) => ownNames(rule).map((name) => [name.toLowerCase(), [rule]] as const))]),
);

function namesOfPeers(rules: readonly Rule[]): RuleNames {
	const names = new Map<string, Rule[]>();
	for (const rule of rules) {
		for (const [peer, id] of peerIdsOf(rule)) {
			for (const name of [id.toLowerCase(), `${peer}/${id}`.toLowerCase()]) {
				const named = names.get(name) ?? [];
				if (!named.includes(rule)) names.set(name, [...named, rule]);
			}
		}
	}
	return names;
}

const ownNames = ({ id, formerIds = [] }: Rule): readonly string[] => [id, ...formerIds];

/** The rules of that name, in any letter case: one for an id of ours, old or new; for another linter's id, with or without `linter/` before it, all that it stands for. */
export const findRules = (rules: readonly Rule[], name: string): readonly Rule[] => ruleNames(rules).get(name.toLowerCase()) ?? none;

const none: readonly Rule[] = [];

/** The ids under which other linters know the rule, each with the linter. */
export const peerIdsOf = ({ peers = {} }: Rule): readonly (readonly [Peer, string])[] =>
	(Object.keys(peers) as Peer[]).flatMap((peer) => (peers[peer] ?? []).map((each) => [peer, typeof each === "string" ? each : each.id] as const));

/** All names of a rule besides its id, as they are shown: those of other linters with the linter where the id alone does not tell, and our own former ones. */
export const aliasesOf = fact((rule: Rule): readonly string[] => {
	const names = peerIdsOf(rule).map(([peer, id]) => (peer === "hadolint" || peer === "shellcheck" || id.includes("/") ? id : `${peer}/${id}`));
	// Some linters call rules of others by the names that these have there.
	const isRepeated = (name: string): boolean => /^(?:hadolint|shellcheck)\//.test(name) && names.includes(name.slice(name.indexOf("/") + 1));
	return [...new Set([...names.filter((name) => !isRepeated(name)), ...(rule.formerIds ?? [])])];
});

/**
 * The id or alias that a mistyped name most likely means, as it is properly written; or the only one of which it is a part.
 * Ids that no one could mistype for another are left out: numbers and codes.
 */
export function findSimilarRule(rules: readonly Rule[], name: string): string | undefined {
	const checks = rules.flatMap((rule) => peerIdsOf(rule).flatMap(([peer, id]) => (peer === "buildkit" ? [`buildkit/${id}`] : [])));
	const names = [...rules.flatMap(ownNames), ...checks];
	const candidates = name.includes("/") ? names : names.map((each) => each.replace("buildkit/", ""));
	const whole = candidates.filter((each) => name.length > 3 && each.toLowerCase().includes(name.toLowerCase()));
	return findSimilar(name, candidates) ?? (whole.length === 1 ? whole[0] : undefined);
}

/** Whether the name is another linter's: one that a rule of ours has too, or one that has the form of theirs. */
export function isForeignName(rules: readonly Rule[], name: string): boolean {
	const named = findRules(rules, name);
	if (named.length > 0) return !named.some((rule) => ownNames(rule).includes(name.toLowerCase()));
	return foreignForm.test(name) || buildkitChecks.has(name.toLowerCase());
}

const foreignForm =
	/^(?:DL|SC)\d{4}$|^(?:AVD-)?DS-?\d{3,4}$|^CKV2?_|^(?:CIS|DKL)-[A-Z]{2}-\d{4}$|^[\da-f]{8}(?:-|$)|^(?:hadolint|shellcheck|buildkit|tally|trivy|checkov|kics|semgrep|dockle|dockerfilelint|dockerfile-utils|dclint)\//i;

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
