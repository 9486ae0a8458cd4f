import { say } from "../text/message.ts";
import type { Configuration, FailLevel, FormatName, RuleSetting } from "./configuration.ts";
import { presets, severityWhenOn } from "./presets.ts";
import { findRules, findSimilarRule, isForeignName, peerIdsOf } from "./rule-names.ts";
import type { Options, OptionValue, Rule, Severity } from "./rule.ts";
import { shellcheckCodeOf } from "./shellcheck.ts";
import { didYouMean, SettingReader, type SettingProblem } from "./setting-reader.ts";

/**
 * Reads what the YAML of a `.hadolint.yaml` holds. It says in hadolint's words what is to be said of our rules: what it ignores is off, what it overrides is as severe
 * as it says, its registries and labels are options. Rules that it does not name are as they are by default, so the preset `hadolint` is not implied.
 */
export function readHadolintConfiguration(value: unknown, rules: readonly Rule[]): HadolintConfiguration {
	const reader = new HadolintReader(rules);
	return { configuration: reader.configuration(value), problems: reader.problems, useless: reader.useless };
}

/** `useless` is what is right in it and asks for nothing here. */
type HadolintConfiguration = {
	readonly configuration: Configuration;
	readonly problems: readonly SettingProblem[];
	readonly useless: readonly SettingProblem[];
};

type Path = SettingProblem["path"];

/** hadolint's keys; `format` and `formats` are the same to it. `no-color` is taken and of no use: `NO_COLOR` in the environment says it to us. */
const keys = [
	"ignored",
	"override",
	"failure-threshold",
	"trustedRegistries",
	"label-schema",
	"strict-labels",
	"no-fail",
	"disable-ignore-pragma",
	"format",
	"formats",
	"no-color",
];

/** Its severities and ours. */
const severities: Readonly<Record<"error" | "warning" | "info" | "style", Severity>> = { error: "error", warning: "warning", info: "info", style: "info" };

/** Its last two let a run fail for anything that is found. */
const thresholds: Readonly<Record<"error" | "warning" | "info" | "style" | "ignore" | "none", FailLevel>> = {
	...severities,
	ignore: "info",
	none: "info",
};

const formats: Readonly<Record<string, FormatName>> = {
	tty: "pretty",
	json: "json",
	checkstyle: "checkstyle",
	codeclimate: "codeclimate",
	gitlab_codeclimate: "gitlab",
	gnu: "gnu",
	sarif: "sarif",
	junit: "junit",
};

/** What labels may be, with hadolint's rule that judges those; text may be anything. */
const labelTypes = { text: undefined, rfc3339: "DL3053", semver: "DL3056", url: "DL3052", hash: "DL3055", spdx: "DL3054", email: "DL3058" } as const;

/** Its rules about all labels of a schema: those that are missing, and those that are empty. */
const ofAllLabels = ["DL3049", "DL3051"];
/** About those that are in no schema, which is asked for by a key of its own. */
const ofOtherLabels = "DL3050";
const ofRegistries = "DL3026";

class HadolintReader extends SettingReader {
	readonly #rules: readonly Rule[];
	readonly useless: SettingProblem[] = [];
	readonly #settings = new Map<string, RuleSetting>();

	constructor(rules: readonly Rule[]) {
		super();
		this.#rules = rules;
	}

	configuration(value: unknown): Configuration {
		const entries = this.entries(value, [], say`The configuration`, keys);
		this.#override(entries.get("override"));
		if (entries.has("trustedRegistries")) {
			const registries = this.strings(entries.get("trustedRegistries"), ["trustedRegistries"]);
			if (registries) this.#setOption(ofRegistries, "trustedRegistries", registries, ["trustedRegistries"]);
		}
		const isStrict = this.#flag(entries, "strict-labels");
		const hasSchema = entries.has("label-schema") && this.#labelSchema(entries.get("label-schema"), isStrict);
		// Without a schema no label is in it.
		if (isStrict && !hasSchema)
			for (const [name, value] of [
				["labels", []],
				["allowNone", true],
			] as const)
				this.#setOption(ofOtherLabels, name, value, ["strict-labels"]);
		// Last, for what is ignored is so whatever else is said of it.
		if (entries.has("ignored")) this.#ignore(this.strings(entries.get("ignored"), ["ignored"]) ?? []);
		if (this.#flag(entries, "no-color"))
			this.useless.push({ path: ["no-color"], message: say`\`NO_COLOR\` in the environment says to Hullwright that it is to print no colours`, ofKey: true });
		const threshold = entries.has("failure-threshold")
			? this.oneOf(entries.get("failure-threshold"), Object.keys(thresholds) as (keyof typeof thresholds)[], ["failure-threshold"])
			: undefined;
		const failOn = this.#flag(entries, "no-fail") ? "never" : threshold && thresholds[threshold];
		const format = this.#format(entries);
		return {
			rules: this.#settings,
			ignore: [],
			...(this.#flag(entries, "disable-ignore-pragma") && { ignoreComments: false }),
			...(failOn && { failOn }),
			...(format && { format }),
		};
	}

	#flag(entries: ReadonlyMap<string, unknown>, name: string): boolean {
		return entries.has(name) && this.option(false, entries.get(name), [name]) === true;
	}

	#override(value: unknown): void {
		for (const [name, ids] of this.entries(value, ["override"], say`\`override\``, Object.keys(severities))) {
			const path = ["override", name];
			const severity = severities[name as keyof typeof severities];
			for (const [index, id] of (this.strings(ids ?? [], path) ?? []).entries())
				for (const rule of this.#named(id, [...path, index])) this.#set(rule, { severity });
		}
	}

	#ignore(ids: readonly string[]): void {
		for (const [index, id] of ids.entries()) for (const rule of this.#named(id, ["ignored", index])) this.#set(rule, { severity: "off" });
	}

	/** An id of hadolint's for which there is no rule here asks for nothing that would be found; one of ShellCheck's counts where that is run. */
	#named(id: string, path: Path): readonly Pick<Rule, "id">[] {
		const named = findRules(this.#rules, id);
		if (named.length > 0) return named;
		const code = shellcheckCodeOf(id);
		if (code !== undefined) return [{ id: code }];
		if (isForeignName(this.#rules, id)) this.useless.push({ path, message: say`Hullwright has no rule for \`${id}\``, ofKey: false });
		else this.report(path, didYouMean(say`No rule is named \`${id}\``, findSimilarRule(this.#rules, id)));
		return named;
	}

	/** Whether there are labels in it. */
	#labelSchema(value: unknown, isStrict: boolean): boolean {
		const path = ["label-schema"];
		const labels = new Map<string, string[]>();
		for (const [label, written] of this.entries(value, path, say`\`label-schema\``)) {
			const type = this.oneOf(written, Object.keys(labelTypes) as (keyof typeof labelTypes)[], [...path, label]);
			const ids = type === undefined ? [] : [...ofAllLabels, ...(isStrict ? [ofOtherLabels] : []), labelTypes[type] ?? []].flat();
			for (const id of ids) labels.set(id, [...(labels.get(id) ?? []), label]);
		}
		for (const [id, keys] of labels) this.#setOption(id, "labels", keys, path);
		return labels.size > 0;
	}

	/** Switches on the rules of that id that have the option, as severe as hadolint has them where nothing else is said. */
	#setOption(id: string, name: string, value: OptionValue, path: Path): void {
		const own = this.#rules.filter((rule) => optionNamed(rule.options, name) && peerIdsOf(rule).some((each) => each[0] === "hadolint" && each[1] === id));
		if (own.length === 0) this.report(path, say`Hullwright has no rule ${id}, which \`${path.at(-1) ?? ""}\` is for`, true);
		for (const rule of own) {
			const severity = this.#settings.get(rule.id)?.severity ?? (rule.severity === "off" ? presets.hadolint(rule) : undefined);
			this.#set(rule, {
				...(severity && { severity: severity === "off" ? severityWhenOn(rule) : severity }),
				options: { ...this.#settings.get(rule.id)?.options, [name]: value },
			});
		}
	}

	#set(rule: Pick<Rule, "id">, setting: RuleSetting): void {
		this.#settings.set(rule.id, { ...this.#settings.get(rule.id), ...setting });
	}

	#format(entries: ReadonlyMap<string, unknown>): FormatName | undefined {
		const lists = ["format", "formats"].filter((name) => entries.has(name));
		const [path] = lists;
		if (path === undefined) return undefined;
		const value = entries.get(path);
		const [name, ...others] = path === "formats" ? (this.strings(value, [path]) ?? []) : [value];
		if (others.length > 0) this.report([path, 1], say`One run prints one format; the first counts`);
		if (name === undefined) return undefined;
		const known = this.oneOf(name, Object.keys(formats), path === "formats" ? [path, 0] : [path]);
		return known === undefined ? undefined : formats[known];
	}
}

const optionNamed = (options: Options | undefined, name: string): boolean => options !== undefined && Object.hasOwn(options, name);
