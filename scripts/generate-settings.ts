import { topKeys } from "../src/engine/language/configuration/keys.ts";
import { argumentPlaces, failLevels, formatNames, operatorPlaces, severities } from "../src/engine/lint/configuration.ts";
import { severityNames } from "../src/engine/lint/spoken.ts";
import { type Catalogue, say, textOf, translated } from "../src/engine/text/message.ts";
import { presetNames } from "../src/engine/lint/presets.ts";
import { peerIdsOf } from "../src/engine/lint/rule-names.ts";
import type { OptionValue, Rule } from "../src/engine/lint/rule.ts";

/** package.json with the rules under the setting `hullwright.rules`: a line each, more only for one with options. */
export function withRuleSettings(manifest: string, rules: readonly Rule[]): string {
	const found = /^([ \t]*)"hullwright\.rules": /m.exec(manifest);
	if (!found) throw new Error('package.json has no setting "hullwright.rules" under contributes.configuration');
	const start = found.index + found[0].length;
	const setting = {
		type: "object",
		scope: "resource",
		default: {},
		markdownDescription: "%configuration.rules%",
		...ruleSettings(rules, (key) => `%${key}%`),
	};
	return manifest.slice(0, start) + toJson(setting, found[1] ?? "") + manifest.slice(endOfObject(manifest, start));
}

/** The schema of `.hullwright.yaml`. */
export function schema(rules: readonly Rule[]): string {
	const english = settingTexts(rules, undefined);
	const value = {
		$schema: "http://json-schema.org/draft-07/schema#",
		title: "Hullwright's configuration",
		type: ["object", "null"],
		additionalProperties: false,
		properties: {
			preset: { enum: presetNames, default: "default", description: textOf(topKeys.preset) },
			ruleSet: { type: ["string", "number"], description: textOf(topKeys.ruleSet) },
			rules: { type: ["object", "null", "string", "number"], description: textOf(topKeys.rules), ...ruleSettings(rules, (key) => english[key] ?? "") },
			ignore: {
				type: "array",
				items: { type: "string" },
				description: textOf(topKeys.ignore),
			},
			baseline: { type: "string", description: textOf(topKeys.baseline) },
			shellcheck: { type: "boolean", default: false, description: textOf(topKeys.shellcheck) },
			ignoreComments: { type: "boolean", default: true, description: textOf(topKeys.ignoreComments) },
			failOn: { enum: failLevels, default: "warning", description: textOf(topKeys.failOn) },
			format: { enum: formatNames, default: formatNames[0], description: textOf(topKeys.format) },
			formatOperators: { enum: operatorPlaces, default: operatorPlaces[0], description: textOf(topKeys.formatOperators) },
			formatArguments: { enum: argumentPlaces, default: argumentPlaces[0], description: textOf(topKeys.formatArguments) },
		},
	};
	return `${toJson(value, "")}\n`;
}

/** What the settings say of the rules, by their keys in package.nls.json. */
export function settingTexts(rules: readonly Rule[], catalogue: Catalogue | undefined): Readonly<Record<string, string>> {
	const ofRules = rules.map((rule) => [keyOf(rule), textOf(say`${translated(rule.title, catalogue)} (${severityNames[rule.severity]}).`, catalogue)]);
	const ofOptions = [...optionKeys(rules)].map(([description, key]) => [key, translated(description, catalogue)]);
	return Object.fromEntries([[foreignKey, textOf(say`Another linter's name of a rule.`, catalogue)], ...ofRules, ...ofOptions]);
}

/** By what options are for: rules share those that are for the same, and an option's name may mean another thing to another rule. */
function optionKeys(rules: readonly Rule[]): ReadonlyMap<string, string> {
	const keys = new Map<string, string>();
	const counts = new Map<string, number>();
	for (const { options = {} } of rules.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
		for (const [name, { description }] of Object.entries(options)) {
			if (keys.has(description)) continue;
			const count = (counts.get(name) ?? 0) + 1;
			counts.set(name, count);
			keys.set(description, `configuration.option.${name}${count === 1 ? "" : `.${count}`}`);
		}
	}
	return keys;
}

/** The keys that are derived from the rules. */
export const settingKeys = /^configuration\.(?:rule|option)\./;
const foreignKey = "configuration.rule.other-name";
const keyOf = ({ id }: Rule): string => `configuration.rule.${id}`;

/** What stands for a text of that key. */
type Say = (key: string) => string;

/** Which names there are is said first, a short line a rule. What they may be set to is said once for all that have no options. */
function ruleSettings(rules: readonly Rule[], text: Say) {
	const others = `^(?:${otherNames(rules).join("|")})$`;
	const { properties, patternProperties } = settingsOf(
		rules.filter(({ options }) => options && Object.keys(options).length > 0),
		text,
		optionKeys(rules),
	);
	return {
		additionalProperties: false,
		properties: Object.fromEntries(rules.map((rule) => [rule.id, description(rule, text)])),
		patternProperties: { [others]: { type: ["string", "object"], description: text(foreignKey) } },
		allOf: [
			{
				properties,
				patternProperties: { ...patternProperties, [others]: {} },
				additionalProperties: { enum: severities },
			},
		],
	};
}

/** What rules with options may be set to: said once for all that have the same. */
function settingsOf(rules: readonly Rule[], text: Say, keys: ReadonlyMap<string, string>) {
	const bySetting = new Map<string, string[]>();
	for (const rule of rules) {
		const setting = JSON.stringify(settingWithOptions(rule, text, keys));
		bySetting.set(setting, [...(bySetting.get(setting) ?? []), rule.id]);
	}
	const single: [string, unknown][] = [];
	const shared: [string, unknown][] = [];
	for (const [setting, ids] of bySetting) {
		const value: unknown = JSON.parse(setting);
		if (ids.length === 1) single.push([ids[0] ?? "", value]);
		else shared.push([`^(?:${ids.join("|")})$`, value]);
	}
	return { properties: Object.fromEntries(single), patternProperties: Object.fromEntries(shared) };
}

function description(rule: Rule, text: Say) {
	return rule.title.includes("`") ? { markdownDescription: text(keyOf(rule)) } : { description: text(keyOf(rule)) };
}

function settingWithOptions(rule: Rule, text: Say, keys: ReadonlyMap<string, string>) {
	const options = Object.entries(rule.options ?? {}).map(([name, option]) => [
		name,
		{ ...typeOf(option.default), default: option.default, description: text(keys.get(option.description) ?? "") },
	]);
	return {
		anyOf: [
			{ enum: severities },
			{ type: "object", additionalProperties: false, properties: { severity: { enum: severities }, ...Object.fromEntries(options) } },
		],
	};
}

function typeOf(value: OptionValue) {
	return Array.isArray(value) ? { type: "array", items: { type: "string" } } : { type: typeof value };
}

/** Patterns of the names that are not ids. Most have a form that no id of ours has, so that the list does not grow with the rules. */
function otherNames(rules: readonly Rule[]): readonly string[] {
	const names = rules.flatMap((rule) => [...(rule.formerIds ?? []), ...peerIdsOf(rule).map(([, id]) => id)]);
	const ids = new Set(rules.map(({ id }) => id));
	return [".*[A-Z_/].*", "\\d.*", ...new Set(names.filter((name) => !/[A-Z_/]|^\d/.test(name) && !ids.has(name)))];
}

/** Where the JSON object that begins at `start` ends. */
function endOfObject(text: string, start: number): number {
	let depth = 0;
	for (const { 0: token, index: at } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
		if (token === "{") depth++;
		else if (token === "}" && --depth === 0) return start + at + 1;
	}
	throw new Error("package.json is no JSON");
}

/** JSON in package.json's own style: two spaces, and on one line what holds plain values only and is short. */
function toJson(value: unknown, indent: string): string {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const inner = `${indent}  `;
	if (Array.isArray(value)) {
		if (value.every((item) => typeof item !== "object")) return `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
		return `[\n${value.map((item) => inner + toJson(item, inner)).join(",\n")}\n${indent}]`;
	}
	const entries = Object.entries(value);
	if (entries.length === 0) return "{}";
	// What a rule may be set to is a line of its own, however long.
	if (entries.length === 1 && "anyOf" in value) return onOneLine(value);
	const short = `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${toJson(item, "")}`).join(", ")} }`;
	const isPlain = entries.every(([, item]) => typeof item !== "object" || Array.isArray(item));
	if ((short.length <= 120 || entries.length === 1) && isPlain && !short.includes("\n")) return short;
	return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${toJson(item, inner)}`).join(",\n")}\n${indent}}`;
}

function onOneLine(value: unknown): string {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
	return `{ ${Object.entries(value)
		.map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`)
		.join(", ")} }`;
}
