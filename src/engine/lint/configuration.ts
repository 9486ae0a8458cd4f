import type { OptionValue, Preset, Rule, Severity } from "./rule.ts";
import { presetNames, presets, severityWhenOn, type PresetSeverity } from "./presets.ts";
import { findRules, findSimilarRule } from "./rule-names.ts";
import { isVersion } from "./rule-set.ts";
import { findSimilar } from "../text/similar.ts";
import { type Message, say } from "../text/message.ts";

/** Looked for in the folder of the linted file and then in its parents; the nearest one counts, alone. */
export const configurationFileName = ".hullwright.yaml";

/** What somebody set for one rule. An absent severity is the preset's. */
export type RuleSetting = { readonly severity?: Severity | "off"; readonly options?: Readonly<Record<string, OptionValue>> };

/** What to lint and how. Make one and keep it: the linter remembers what follows from it. */
export type Configuration = {
	/** A name among the presets. Absent: `default`. */
	readonly preset?: string;
	/** By rule id. */
	readonly rules: ReadonlyMap<string, RuleSetting>;
	/** Patterns of files to leave out, relative to the configuration file's folder: see `isLeftOut`. */
	readonly ignore: readonly string[];
	/** The file with the problems that are known, relative to the configuration file's folder. Absent: the nearest of the usual name. */
	readonly baseline?: string;
	/** The version of Hullwright whose rules count; later ones only hint. Absent: all count. */
	readonly ruleSet?: string;
};

/** What is wrong at `path`, the keys and indexes that lead there; `ofKey` where the last key is at fault rather than its value. */
export type SettingProblem = { readonly path: readonly (string | number)[]; readonly message: Message; readonly ofKey: boolean };

export const defaultConfiguration: Configuration = { rules: new Map(), ignore: [] };

export const severities: readonly (Severity | "off")[] = ["off", "info", "warning", "error"];

/** A configuration over another, which counts where the first says nothing. Ignored files add up. */
export function overlayConfiguration(upper: Configuration, lower: Configuration): Configuration {
	const rules = new Map(lower.rules);
	for (const [id, setting] of upper.rules) {
		const below = rules.get(id);
		rules.set(id, { ...below, ...setting, ...(below?.options || setting.options ? { options: { ...below?.options, ...setting.options } } : {}) });
	}
	const [preset, baseline, ruleSet] = [upper.preset ?? lower.preset, upper.baseline ?? lower.baseline, upper.ruleSet ?? lower.ruleSet];
	return { ...(preset && { preset }), ...(baseline && { baseline }), ...(ruleSet && { ruleSet }), rules, ignore: [...lower.ignore, ...upper.ignore] };
}

/** How the configuration wants the rule reported. Setting an option of a rule that is off turns it on. */
export function severityOf(
	rule: Rule,
	{ preset = "default", rules }: Configuration,
	from: Readonly<Record<string, PresetSeverity>> = presets,
): Severity | "off" {
	const setting = rules.get(rule.id);
	if (setting?.severity) return setting.severity;
	const severity = (from[preset] ?? presets.default)(rule);
	return severity === "off" && setting?.options && Object.keys(setting.options).length > 0 ? severityWhenOn(rule) : severity;
}

/** The configuration with those of the rules alone, on even where it has them off. */
export function onlyRules(configuration: Configuration, rules: readonly Rule[], ids: readonly string[]): Configuration {
	const settings = new Map<string, RuleSetting>();
	for (const rule of rules) {
		const [setting, isOff] = [configuration.rules.get(rule.id), severityOf(rule, configuration) === "off"];
		if (!ids.includes(rule.id)) settings.set(rule.id, { severity: "off" });
		else if (isOff) settings.set(rule.id, { ...setting, severity: severityWhenOn(rule) });
		else if (setting) settings.set(rule.id, setting);
	}
	return { ...configuration, rules: settings };
}

/** All of the rule's options with their values. */
export function optionsOf(rule: Rule, { preset, rules }: Configuration): Readonly<Record<string, OptionValue>> {
	const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option[preset as Exclude<Preset, "default">] ?? option.default]);
	return { ...Object.fromEntries(defaults), ...rules.get(rule.id)?.options };
}

/** Reads what JSON or YAML holds, in the shape of `.hullwright.yaml`. What is wrong is left out and told; the rest applies. Null and undefined are empty. */
export function readConfiguration(
	value: unknown,
	rules: readonly Rule[],
): { readonly configuration: Configuration; readonly problems: readonly SettingProblem[] } {
	const reader = new Reader(rules);
	return { configuration: reader.configuration(value), problems: reader.problems };
}

type Path = SettingProblem["path"];

class Reader {
	readonly problems: SettingProblem[] = [];
	readonly #rules: readonly Rule[];

	constructor(rules: readonly Rule[]) {
		this.#rules = rules;
	}

	configuration(value: unknown): Configuration {
		const entries = this.#entries(value, [], say`The configuration`, ["preset", "ruleSet", "rules", "ignore", "baseline"]);
		const preset = entries.has("preset") ? this.#oneOf(entries.get("preset"), presetNames, ["preset"]) : undefined;
		const baseline = entries.has("baseline") ? (this.#option("", entries.get("baseline"), ["baseline"]) as string | undefined) : undefined;
		// Where no rule is set, `rules: "0.1"` is enough.
		const settings = entries.get("rules");
		const only = (typeof settings === "string" || typeof settings === "number") && isVersion(String(settings));
		const ruleSet = only ? this.#version(settings, ["rules"]) : entries.has("ruleSet") ? this.#version(entries.get("ruleSet"), ["ruleSet"]) : undefined;
		return {
			...(preset && { preset }),
			...(baseline && { baseline }),
			...(ruleSet && { ruleSet }),
			rules: this.#ruleSettings(only ? undefined : settings),
			ignore: this.#strings(entries.get("ignore") ?? [], ["ignore"]) ?? [],
		};
	}

	/** YAML takes a version without quotes for a number. */
	#version(value: unknown, path: Path): string | undefined {
		const text = typeof value === "number" ? String(value) : value;
		if (typeof text === "string" && isVersion(text)) return text;
		this.#report(path, say`\`${path.at(-1) ?? ""}\` must be a version of Hullwright such as "0.1", not ${kindOf(value)}`);
		return undefined;
	}

	#ruleSettings(value: unknown): ReadonlyMap<string, RuleSetting> {
		const settings = new Map<string, { readonly setting: RuleSetting; readonly isNarrow: boolean }>();
		for (const [name, setting] of this.#entries(value, ["rules"], say`\`rules\``)) {
			const named = findRules(this.#rules, name);
			const path = ["rules", name];
			if (named.length === 0) this.#report(path, didYouMean(say`No rule is named \`${name}\``, findSimilarRule(this.#rules, name)), true);
			// A name of one rule alone counts over one that stands for several.
			const isNarrow = named.length === 1;
			for (const [rule, read] of this.#ruleSetting(named, setting, path)) {
				const before = settings.get(rule.id);
				if (before?.isNarrow && isNarrow) this.#report(path, say`\`${name}\` sets \`${rule.id}\` a second time; the last counts`, true);
				if (!before?.isNarrow || isNarrow) settings.set(rule.id, { setting: read, isNarrow });
			}
		}
		return new Map([...settings].map(([id, { setting }]) => [id, setting]));
	}

	/** One value for all rules that a name stands for; an option counts for those that have it. */
	#ruleSetting(rules: readonly Rule[], value: unknown, path: Path): readonly (readonly [Rule, RuleSetting])[] {
		if (rules.length === 0) return [];
		if (!isMapping(value)) {
			const severity = this.#oneOf(value, severities, path);
			return rules.map((rule) => [rule, severity ? { severity } : {}] as const);
		}
		const options = new Map<string, OptionValue>();
		let severity: Severity | "off" | undefined;
		const known = rules.flatMap((rule) => Object.keys(rule.options ?? {}));
		const what = rules.map(({ id }) => say`\`${id}\``).reduce((before, id) => say`${before} and ${id}`);
		for (const [name, setting] of this.#entries(value, path, what, ["severity", ...known])) {
			if (name === "severity") severity = this.#oneOf(setting, severities, [...path, name]);
			else {
				const option = this.#option(rules.find((rule) => rule.options?.[name])?.options?.[name]?.default, setting, [...path, name]);
				if (option !== undefined) options.set(name, option);
			}
		}
		return rules.map((rule) => {
			const own = [...options].filter(([name]) => rule.options?.[name]);
			return [rule, { ...(severity && { severity }), ...(own.length > 0 && { options: Object.fromEntries(own) }) }] as const;
		});
	}

	#option(likeThis: OptionValue | undefined, value: unknown, path: Path): OptionValue | undefined {
		if (Array.isArray(likeThis)) return this.#strings(value, path);
		if (typeof value === typeof likeThis && (typeof value !== "number" || Number.isFinite(value))) return value as OptionValue;
		const expected = typeof likeThis === "boolean" ? say`true or false` : typeof likeThis === "number" ? say`a number` : say`a string`;
		this.#report(path, say`\`${path.at(-1) ?? ""}\` must be ${expected}, not ${kindOf(value)}`);
		return undefined;
	}

	#strings(value: unknown, path: Path): readonly string[] | undefined {
		if (!Array.isArray(value)) {
			this.#report(path, say`\`${path.at(-1) ?? ""}\` must be a list of strings, not ${kindOf(value)}`);
			return undefined;
		}
		const strings = value.filter((item) => typeof item === "string");
		for (const [index, item] of value.entries()) {
			if (typeof item !== "string") this.#report([...path, index], say`\`${path.at(-1) ?? ""}\` must hold strings only, not ${kindOf(item)}`);
		}
		return strings;
	}

	#oneOf<Choice extends string>(value: unknown, choices: readonly Choice[], path: Path): Choice | undefined {
		const choice = choices.find((each) => each === value);
		if (!choice) {
			const but = choices.slice(0, -1).map((each) => say`${each}`);
			const all = say`${but.reduce((one, other) => say`${one}, ${other}`)} or ${choices.at(-1) ?? ""}`;
			const found = typeof value === "string" ? say`\`${value}\`` : kindOf(value);
			const similar = typeof value === "string" ? findSimilar(value, choices) : undefined;
			this.#report(path, didYouMean(say`\`${path.at(-1) ?? ""}\` must be ${all}, not ${found}`, similar));
		}
		return choice;
	}

	/** The entries of a mapping; those that are not among the known keys are reported and left out. */
	#entries(value: unknown, path: Path, what: Message, known?: readonly string[]): ReadonlyMap<string, unknown> {
		if (value === undefined || value === null) return new Map();
		if (!isMapping(value)) {
			this.#report(path, say`${what} must be a mapping, not ${kindOf(value)}`);
			return new Map();
		}
		const entries = new Map(Object.entries(value));
		for (const key of entries.keys()) {
			if (!known || known.includes(key)) continue;
			this.#report([...path, key], didYouMean(say`${what} has no key \`${key}\``, findSimilar(key, known)), true);
			entries.delete(key);
		}
		return entries;
	}

	#report(path: Path, message: Message, ofKey = false): void {
		this.problems.push({ path, message, ofKey });
	}
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const didYouMean = (message: Message, name: string | undefined): Message => (name ? say`${message}; did you mean \`${name}\`?` : message);

function kindOf(value: unknown): Message {
	if (value === undefined || value === null) return say`nothing`;
	if (Array.isArray(value)) return say`a list`;
	if (typeof value === "object") return say`a mapping`;
	return typeof value === "string" ? say`the string \`${value}\`` : say`\`${String(value as number | boolean)}\``;
}
