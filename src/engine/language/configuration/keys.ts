import { argumentPlaces, type ConfigurationKey, failLevels, formatNames, operatorPlaces, severities } from "../../lint/configuration.ts";
import { baselineFileName } from "../../lint/baseline.ts";
import { presetNames } from "../../lint/presets.ts";
import { findRules } from "../../lint/rule-names.ts";
import { sinceOf } from "../../lint/rule-set.ts";
import type { OptionValue, Rule } from "../../lint/rule.ts";
import { type Catalogue, type Message, say, textOf, translated } from "../../text/message.ts";

/** What a key of `.hullwright.yaml` may be set to. */
export type Key = {
	/** Markdown; undefined for a rule, which says more of itself. */
	readonly about: string | undefined;
	/** Those that can be listed. */
	readonly values: readonly { readonly text: string; readonly isDefault: boolean }[];
	readonly holds: "value" | "mapping" | "list";
};

/** What the keys of the file are for. */
export const topKeys: Readonly<Record<ConfigurationKey, Message>> = {
	preset: say`Which rules are on: \`default\` is what a reviewer would say, \`strict\` is everything, \`hadolint\` and \`buildkit\` are the rules that those have too.`,
	ruleSet: say`The version of Hullwright whose rules count, such as "0.1". Rules that came later only hint, and nothing fails for them.`,
	rules: say`Severities and options of rules, by their names.`,
	ignore: say`Files to leave out, as patterns relative to this file. A pattern without a slash counts in all folders.`,
	baseline: say`The file with the problems that are known, relative to this file. Only what is new is reported.`,
	shellcheck: say`Whether your own ShellCheck, where it is installed, looks at the scripts of Dockerfiles, too. What it finds has its codes, such as \`SC2086\`.`,
	ignoreComments: say`Whether comments may ignore rules. With \`false\` none does, whatever its dialect.`,
	failOn: say`From which severity on \`hullwright lint\` fails, where \`--fail-on\` does not say: \`warning\` where nothing is said.`,
	format: say`How \`hullwright lint\` prints what it finds when it is started in this file's folder or below, where \`--format\` does not say.`,
	formatOperators: say`Where a formatted Dockerfile has \`&&\`, \`||\` and \`|\` where a line goes on: \`first\` in the line, \`last\` in the line before, or where they are, \`keep\`.`,
	formatArguments: say`How deep a formatted Dockerfile has arguments on lines of their own: \`hang\` is one level deeper than their command, \`flush\` is below it, \`keep\` as they are.`,
};

/** What the keys of the mapping may be called; empty where none may stand. */
export function namesIn(path: readonly string[], rules: readonly Rule[]): readonly string[] {
	const [first, name] = path;
	if (first === undefined) return Object.keys(topKeys);
	if (first !== "rules") return [];
	if (name === undefined) return rules.map(({ id }) => id);
	const [rule] = path.length === 2 ? findRules(rules, name) : [];
	return rule ? ["severity", ...Object.keys(rule.options ?? {})] : [];
}

/** What is known of the key that the path ends with. */
export function keyAt(path: readonly string[], rules: readonly Rule[], catalogue: Catalogue | undefined): Key | undefined {
	const [first, name, option] = path;
	if (name === undefined) return topKeyAt(first, versionsOf(rules), catalogue);
	const [rule] = first === "rules" && path.length <= 3 ? findRules(rules, name) : [];
	if (!rule) return undefined;
	const ofSeverity = severities.map((text) => ({ text, isDefault: text === rule.severity }));
	if (option === undefined) return { about: undefined, values: ofSeverity, holds: "value" };
	if (option === "severity") return { about: textOf(say`How serious it is where the rule finds something.`, catalogue), values: ofSeverity, holds: "value" };
	const { default: value, description } = new Map(Object.entries(rule.options ?? {})).get(option) ?? {};
	if (value === undefined || description === undefined) return undefined;
	return { about: translated(description, catalogue), values: optionValues(value), holds: Array.isArray(value) ? "list" : "value" };
}

function topKeyAt(name: string | undefined, versions: readonly string[], catalogue: Catalogue | undefined): Key | undefined {
	const about = name !== undefined && Object.hasOwn(topKeys, name) ? textOf(topKeys[name as keyof typeof topKeys], catalogue) : undefined;
	switch (name) {
		case "preset":
			return { about, values: presetNames.map((text) => ({ text, isDefault: text === "default" })), holds: "value" };
		case "failOn":
			return { about, values: failLevels.map((text) => ({ text, isDefault: text === "warning" })), holds: "value" };
		case "format":
			return { about, values: formatNames.map((text) => ({ text, isDefault: text === formatNames[0] })), holds: "value" };
		case "formatOperators":
			return { about, values: operatorPlaces.map((text) => ({ text, isDefault: text === operatorPlaces[0] })), holds: "value" };
		case "formatArguments":
			return { about, values: argumentPlaces.map((text) => ({ text, isDefault: text === argumentPlaces[0] })), holds: "value" };
		case "ignoreComments":
			return { about, values: optionValues(true), holds: "value" };
		case "shellcheck":
			return { about, values: optionValues(false), holds: "value" };
		case "ruleSet":
			return { about, values: versions.map((text) => ({ text, isDefault: false })), holds: "value" };
		case "baseline":
			return { about, values: [{ text: baselineFileName, isDefault: true }], holds: "value" };
		case "rules":
			return { about, values: [], holds: "mapping" };
		case "ignore":
			return { about, values: [], holds: "list" };
		default:
			return undefined;
	}
}

/** In quotes, for YAML takes a version for a number. */
const versionsOf = (rules: readonly Rule[]): readonly string[] => [...new Set(rules.map(sinceOf))].sort().map((version) => JSON.stringify(version));

function optionValues(value: OptionValue): Key["values"] {
	const texts = typeof value === "boolean" ? ["true", "false"] : [JSON.stringify(value)];
	return texts.map((text) => ({ text, isDefault: text === JSON.stringify(value) }));
}
