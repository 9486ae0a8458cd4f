import { parse, TomlError, type TomlTable, type TomlValue } from "smol-toml";
import type { Configuration, FailLevel, FormatName, RuleSetting } from "../lint/configuration.ts";
import { severityWhenOn } from "../lint/presets.ts";
import { aliasesOf, findRules, peerIdsOf } from "../lint/rule-names.ts";
import type { OptionValue, Rule, Severity } from "../lint/rule.ts";
import { type Message, say } from "../text/message.ts";

/** What a tally configuration says of our rules, and what of it is not said. */
type Tally = { readonly configuration: Configuration; readonly leftOut: readonly Message[] };

/** Reads `.tally.toml`: https://tally.wharflab.com/guides/configuration. Lines and columns count from 1. */
export function parseTally(text: string, rules: readonly Rule[]): Tally | { readonly problem: string; readonly line: number; readonly column: number } {
	try {
		return new TallyReader(rules).read(parse(text));
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		return { problem: error.message.replace(/^Invalid TOML document: /, "").split("\n")[0] ?? "", line: error.line, column: error.column };
	}
}

const severities: Readonly<Record<string, Severity | "off">> = { off: "off", style: "info", info: "info", warning: "warning", error: "error" };
const failLevels: Readonly<Record<string, FailLevel>> = { none: "never", style: "info", info: "info", warning: "warning", error: "error" };
const formats: Readonly<Record<string, FormatName>> = { text: "pretty", json: "json", sarif: "sarif", "github-actions": "github" };

class TallyReader {
	readonly #rules: readonly Rule[];
	readonly #settings = new Map<string, RuleSetting>();
	readonly #leftOut: Message[] = [];

	constructor(rules: readonly Rule[]) {
		this.#rules = rules;
	}

	read({ output, rules = {}, "inline-directives": comments, ...others }: TomlTable): Tally {
		const [{ include, exclude, ...namespaces }, printing, { enabled, ...judging }] = [tableOf(rules), tableOf(output ?? {}), tableOf(comments ?? {})];
		for (const name of this.#names(include, "include")) this.#include(name);
		for (const [namespace, table] of Object.entries(namespaces))
			for (const [name, settings] of Object.entries(tableOf(table))) this.#set(`${namespace}/${name}`, tableOf(settings));
		for (const name of this.#names(exclude, "exclude")) this.#exclude(name);
		const { "fail-level": level, format, ...rest } = printing;
		const [failOn, printed] = [this.#choice(level, failLevels, "output.fail-level"), this.#choice(format, formats, "output.format")];
		for (const key of Object.keys(rest)) this.#leftOut.push(say`\`output.${key}\`: Hullwright prints to standard output`);
		for (const key of Object.keys(judging))
			this.#leftOut.push(say`\`inline-directives.${key}\`: here comments are judged by rules of their own, which \`hullwright rules\` lists`);
		for (const key of Object.keys(others)) this.#leftOut.push(say`\`${key}\`: Hullwright has nothing of the kind`);
		return {
			configuration: {
				...(failOn && { failOn }),
				...(printed && { format: printed }),
				...(enabled === false && { ignoreComments: false }),
				rules: this.#settings,
				ignore: [],
			},
			leftOut: this.#leftOut,
		};
	}

	#names(value: TomlValue | undefined, key: string): readonly string[] {
		if (value === undefined) return [];
		if (Array.isArray(value) && value.every((name) => typeof name === "string")) return value;
		this.#leftOut.push(say`\`rules.${key}\`: it is no list of names`);
		return [];
	}

	#choice<Choice>(value: TomlValue | undefined, choices: Readonly<Record<string, Choice>>, path: string): Choice | undefined {
		if (value === undefined) return undefined;
		const choice = typeof value === "string" && Object.hasOwn(choices, value) ? choices[value] : undefined;
		if (choice === undefined) this.#leftOut.push(say`\`${path}\`: Hullwright has no \`${textOf(value)}\``);
		return choice;
	}

	/** A name switches on what is off by default; a pattern says which rules there are, and that is what presets say here. */
	#include(name: string): void {
		if (name.includes("*")) {
			this.#leftOut.push(say`\`${name}\` in \`rules.include\`: which rules are on is said by \`preset\` here`);
			return;
		}
		for (const rule of this.#named(name)) if (rule.severity === "off") this.#settings.set(rule.id, { severity: severityWhenOn(rule) });
	}

	/** A pattern is meant of those alone of which it names all that tally calls them. */
	#exclude(name: string): void {
		const pattern = name.includes("*") ? new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`, "i") : undefined;
		const named = pattern ? this.#rules.filter((rule) => isMeant(rule, pattern)) : this.#named(name);
		if (pattern && named.length === 0) this.#leftOut.push(say`Hullwright has no rule for \`${name}\``);
		for (const rule of named) this.#settings.set(rule.id, { ...this.#settings.get(rule.id), severity: "off" });
	}

	#set(name: string, { severity: written, ...options }: TomlTable): void {
		const named = this.#named(name);
		if (named.length === 0) return;
		const severity = this.#choice(written, severities, `rules.${name.replace("/", ".")}.severity`);
		const taken = new Set<string>();
		for (const rule of named) {
			const own: Record<string, OptionValue> = {};
			for (const [key, value] of Object.entries(options)) {
				const [option, wanted] = [camelCase(key), optionOf(value)];
				const likeThis = rule.options && Object.hasOwn(rule.options, option) ? rule.options[option]?.default : undefined;
				if (likeThis === undefined || wanted === undefined || typeof wanted !== typeof likeThis || Array.isArray(wanted) !== Array.isArray(likeThis)) continue;
				own[option] = wanted;
				taken.add(key);
			}
			const before = this.#settings.get(rule.id);
			const setting = { ...before, ...(severity && { severity }), ...(Object.keys(own).length > 0 && { options: { ...before?.options, ...own } }) };
			if (Object.keys(setting).length > 0) this.#settings.set(rule.id, setting);
		}
		for (const key of Object.keys(options)) {
			if (taken.has(key)) continue;
			const ids = named.map(({ id }) => say`\`${id}\``).reduce((one, other) => say`${one} and ${other}`);
			this.#leftOut.push(say`\`rules.${name.replace("/", ".")}.${key}\`: ${ids} has no such option`);
		}
	}

	#named(name: string): readonly Rule[] {
		const named = findRules(this.#rules, name);
		const bare = named.length > 0 ? named : findRules(this.#rules, name.slice(name.indexOf("/") + 1));
		if (bare.length === 0) this.#leftOut.push(say`Hullwright has no rule for \`${name}\``);
		return bare;
	}
}

function isMeant(rule: Rule, pattern: RegExp): boolean {
	const names = peerIdsOf(rule).flatMap(([peer, id]) => (peer === "tally" ? [id] : []));
	return names.length > 0 ? names.every((name) => pattern.test(name)) : aliasesOf(rule).some((name) => pattern.test(name));
}

const tableOf = (value: TomlValue): TomlTable => (typeof value === "object" && !Array.isArray(value) && !(value instanceof Date) ? value : {});
const textOf = (value: TomlValue): string =>
	typeof value === "string" ? value : JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each));
const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function optionOf(value: TomlValue): OptionValue | undefined {
	if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
	return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : undefined;
}
