import type { OptionValue, Preset, Rule, Severity } from "./rule.ts";
import { presetNames, presets, severityWhenOn, type PresetSeverity } from "./presets.ts";
import { findRules, findSimilarRule } from "./rule-names.ts";
import { isVersion } from "./rule-set.ts";
import { shellcheckCodeOf } from "./shellcheck.ts";
import { didYouMean, isMapping, kindOf, SettingReader, type SettingProblem } from "./setting-reader.ts";
import { say } from "../text/message.ts";

/** Ours. */
export const configurationFileName = ".hullwright.yaml";

/** Looked for in the folder of the linted file and then in its parents; the nearest one counts, alone, and in one folder the first of these. Two are hadolint's, which are read as they are. */
export const configurationFileNames: readonly string[] = [configurationFileName, ".hadolint.yaml", ".hadolint.yml"];

/** From which severity on a run fails. */
export const failLevels = ["error", "warning", "info", "never"] as const;
export type FailLevel = (typeof failLevels)[number];

/** How findings can be printed. The first is taken where none is asked for. */
export const formatNames = ["pretty", "json", "sarif", "github", "gitlab", "codeclimate", "checkstyle", "junit", "gnu"] as const;
export type FormatName = (typeof formatNames)[number];

/** What a formatter may do with operators at line breaks and with arguments on lines of their own. The first is done where nothing is said. */
export const operatorPlaces = ["keep", "first", "last"] as const;
export const argumentPlaces = ["keep", "hang", "flush"] as const;

/** What somebody set for one rule. An absent severity is the preset's. */
export type RuleSetting = { readonly severity?: Severity | "off"; readonly options?: Readonly<Record<string, OptionValue>> };

/** What to lint and how. Make one and keep it: the linter remembers what follows from it. */
export type Configuration = {
	/** A name among the presets. Absent: `default`. */
	readonly preset?: string;
	/** By rule id; also codes of ShellCheck's, in capitals, that no rule here has. */
	readonly rules: ReadonlyMap<string, RuleSetting>;
	/** Patterns of files to leave out, relative to the configuration file's folder: see `isLeftOut`. */
	readonly ignore: readonly string[];
	/** The file with the problems that are known, relative to the configuration file's folder. Absent: the nearest of the usual name. */
	readonly baseline?: string;
	/** The version of Hullwright whose rules count; later ones only hint. Absent: all count. */
	readonly ruleSet?: string;
	/** Whether the user's own ShellCheck looks at scripts, too. Absent: it does not. */
	readonly shellcheck?: boolean;
	/** Whether comments may ignore rules. Absent: they may. */
	readonly ignoreComments?: boolean;
	/** From which severity on a run over the file fails, where the command line does not say. */
	readonly failOn?: FailLevel;
	/** How a run that begins in the configuration's folder, or below, prints what it finds, where the command line does not say. */
	readonly format?: FormatName;
	/** Where `&&` and the like stand where a line goes on, and how deep arguments do, when a Dockerfile is formatted. Absent: as they are. */
	readonly formatOperators?: (typeof operatorPlaces)[number];
	readonly formatArguments?: (typeof argumentPlaces)[number];
};

export const defaultConfiguration: Configuration = { rules: new Map(), ignore: [] };

export const severities: readonly (Severity | "off")[] = ["off", "info", "warning", "error"];

/** A configuration over another, which counts where the first says nothing. Ignored files add up. */
export function overlayConfiguration(upper: Configuration, lower: Configuration): Configuration {
	const rules = new Map(lower.rules);
	for (const [id, setting] of upper.rules) {
		const below = rules.get(id);
		rules.set(id, { ...below, ...setting, ...(below?.options || setting.options ? { options: { ...below?.options, ...setting.options } } : {}) });
	}
	return { ...lower, ...upper, rules, ignore: [...lower.ignore, ...upper.ignore] };
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

/** The configuration with those of the rules alone, on even where it has them off. ShellCheck is none of them. */
export function onlyRules(configuration: Configuration, rules: readonly Rule[], ids: readonly string[]): Configuration {
	const settings = new Map<string, RuleSetting>();
	for (const rule of rules) {
		const [setting, isOff] = [configuration.rules.get(rule.id), severityOf(rule, configuration) === "off"];
		if (!ids.includes(rule.id)) settings.set(rule.id, { severity: "off" });
		else if (isOff) settings.set(rule.id, { ...setting, severity: severityWhenOn(rule) });
		else if (setting) settings.set(rule.id, setting);
	}
	return { ...configuration, rules: settings, shellcheck: false };
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
	const reader = new ConfigurationReader(rules);
	return { configuration: reader.configuration(value), problems: reader.problems };
}

type Path = SettingProblem["path"];

export const configurationKeys = [
	"preset",
	"ruleSet",
	"rules",
	"ignore",
	"baseline",
	"shellcheck",
	"ignoreComments",
	"failOn",
	"format",
	"formatOperators",
	"formatArguments",
] as const;
export type ConfigurationKey = (typeof configurationKeys)[number];

class ConfigurationReader extends SettingReader {
	readonly #rules: readonly Rule[];

	constructor(rules: readonly Rule[]) {
		super();
		this.#rules = rules;
	}

	configuration(value: unknown): Configuration {
		const entries = this.entries(value, [], say`The configuration`, configurationKeys);
		const choice = <Choice extends string>(name: ConfigurationKey, choices: readonly Choice[]): Choice | undefined =>
			entries.has(name) ? this.oneOf(entries.get(name), choices, [name]) : undefined;
		const [preset, failOn, format] = [choice("preset", presetNames), choice("failOn", failLevels), choice("format", formatNames)];
		const [operators, formatArguments] = [choice("formatOperators", operatorPlaces), choice("formatArguments", argumentPlaces)];
		const baseline = entries.has("baseline") ? (this.option("", entries.get("baseline"), ["baseline"]) as string | undefined) : undefined;
		const flag = (name: ConfigurationKey): boolean | undefined =>
			entries.has(name) ? (this.option(true, entries.get(name), [name]) as boolean | undefined) : undefined;
		const [comments, shellcheck] = [flag("ignoreComments"), flag("shellcheck")];
		// Where no rule is set, `rules: "0.1"` is enough.
		const settings = entries.get("rules");
		const only = (typeof settings === "string" || typeof settings === "number") && isVersion(String(settings));
		const ruleSet = only ? this.#version(settings, ["rules"]) : entries.has("ruleSet") ? this.#version(entries.get("ruleSet"), ["ruleSet"]) : undefined;
		return {
			...(preset && { preset }),
			...(baseline && { baseline }),
			...(ruleSet && { ruleSet }),
			...(shellcheck !== undefined && { shellcheck }),
			...(comments !== undefined && { ignoreComments: comments }),
			...(failOn && { failOn }),
			...(format && { format }),
			...(operators && { formatOperators: operators }),
			...(formatArguments && { formatArguments }),
			rules: this.#ruleSettings(only ? undefined : settings),
			ignore: this.strings(entries.get("ignore") ?? [], ["ignore"]) ?? [],
		};
	}

	/** YAML takes a version without quotes for a number. */
	#version(value: unknown, path: Path): string | undefined {
		const text = typeof value === "number" ? String(value) : value;
		if (typeof text === "string" && isVersion(text)) return text;
		this.report(path, say`\`${path.at(-1) ?? ""}\` must be a version of Hullwright such as "0.1", not ${kindOf(value)}`);
		return undefined;
	}

	#ruleSettings(value: unknown): ReadonlyMap<string, RuleSetting> {
		const settings = new Map<string, { readonly setting: RuleSetting; readonly isNarrow: boolean }>();
		for (const [name, setting] of this.entries(value, ["rules"], say`\`rules\``)) {
			const named = findRules(this.#rules, name);
			const path = ["rules", name];
			const code = named.length === 0 ? shellcheckCodeOf(name) : undefined;
			if (code !== undefined) {
				const severity = this.oneOf(setting, severities, path);
				if (severity) settings.set(code, { setting: { severity }, isNarrow: true });
				continue;
			}
			if (named.length === 0) this.report(path, didYouMean(say`No rule is named \`${name}\``, findSimilarRule(this.#rules, name)), true);
			// A name of one rule alone counts over one that stands for several.
			const isNarrow = named.length === 1;
			for (const [rule, read] of this.#ruleSetting(named, setting, path)) {
				const before = settings.get(rule.id);
				if (before?.isNarrow && isNarrow) this.report(path, say`\`${name}\` sets \`${rule.id}\` a second time; the last counts`, true);
				if (!before?.isNarrow || isNarrow) settings.set(rule.id, { setting: read, isNarrow });
			}
		}
		return new Map([...settings].map(([id, { setting }]) => [id, setting]));
	}

	/** One value for all rules that a name stands for; an option counts for those that have it. */
	#ruleSetting(rules: readonly Rule[], value: unknown, path: Path): readonly (readonly [Rule, RuleSetting])[] {
		if (rules.length === 0) return [];
		if (!isMapping(value)) {
			const severity = this.oneOf(value, severities, path);
			return rules.map((rule) => [rule, severity ? { severity } : {}] as const);
		}
		const options = new Map<string, OptionValue>();
		let severity: Severity | "off" | undefined;
		const known = rules.flatMap((rule) => Object.keys(rule.options ?? {}));
		const what = rules.map(({ id }) => say`\`${id}\``).reduce((before, id) => say`${before} and ${id}`);
		for (const [name, setting] of this.entries(value, path, what, ["severity", ...known])) {
			if (name === "severity") severity = this.oneOf(setting, severities, [...path, name]);
			else {
				const option = this.option(rules.find((rule) => rule.options?.[name])?.options?.[name]?.default, setting, [...path, name]);
				if (option !== undefined) options.set(name, option);
			}
		}
		return rules.map((rule) => {
			const own = [...options].filter(([name]) => rule.options?.[name]);
			return [rule, { ...(severity && { severity }), ...(own.length > 0 && { options: Object.fromEntries(own) }) }] as const;
		});
	}
}
