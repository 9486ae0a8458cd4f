import { findSimilar } from "../text/similar.ts";
import { type Message, say } from "../text/message.ts";
import type { OptionValue } from "./rule.ts";

/** What is wrong at `path`, the keys and indexes that lead there; `ofKey` where the last key is at fault rather than its value. */
export type SettingProblem = { readonly path: readonly (string | number)[]; readonly message: Message; readonly ofKey: boolean };

type Path = SettingProblem["path"];

/** Takes values out of what JSON or YAML holds. What is not as it should be is left out and told. */
export class SettingReader {
	readonly problems: SettingProblem[] = [];

	/** A value of the same type as that one; undefined where it is of another, which is reported. */
	option(likeThis: OptionValue | undefined, value: unknown, path: Path): OptionValue | undefined {
		if (Array.isArray(likeThis)) return this.strings(value, path);
		if (typeof value === typeof likeThis && (typeof value !== "number" || Number.isFinite(value))) return value as OptionValue;
		const expected = typeof likeThis === "boolean" ? say`true or false` : typeof likeThis === "number" ? say`a number` : say`a string`;
		this.report(path, say`\`${path.at(-1) ?? ""}\` must be ${expected}, not ${kindOf(value)}`);
		return undefined;
	}

	/** A list of strings without what is none; undefined where it is no list. */
	strings(value: unknown, path: Path): readonly string[] | undefined {
		if (!Array.isArray(value)) {
			this.report(path, say`\`${path.at(-1) ?? ""}\` must be a list of strings, not ${kindOf(value)}`);
			return undefined;
		}
		const strings = value.filter((item) => typeof item === "string");
		for (const [index, item] of value.entries()) {
			if (typeof item !== "string") this.report([...path, index], say`\`${path.at(-1) ?? ""}\` must hold strings only, not ${kindOf(item)}`);
		}
		return strings;
	}

	/** Undefined where the value is none of the choices. */
	oneOf<Choice extends string>(value: unknown, choices: readonly Choice[], path: Path): Choice | undefined {
		const choice = choices.find((each) => each === value);
		if (!choice) {
			const but = choices.slice(0, -1).map((each) => say`${each}`);
			const all = say`${but.reduce((one, other) => say`${one}, ${other}`)} or ${choices.at(-1) ?? ""}`;
			const found = typeof value === "string" ? say`\`${value}\`` : kindOf(value);
			const similar = typeof value === "string" ? findSimilar(value, choices) : undefined;
			this.report(path, didYouMean(say`\`${path.at(-1) ?? ""}\` must be ${all}, not ${found}`, similar));
		}
		return choice;
	}

	/** The entries of a mapping; those that are not among the known keys are reported and left out. */
	entries(value: unknown, path: Path, what: Message, known?: readonly string[]): ReadonlyMap<string, unknown> {
		if (value === undefined || value === null) return new Map();
		if (!isMapping(value)) {
			this.report(path, say`${what} must be a mapping, not ${kindOf(value)}`);
			return new Map();
		}
		const entries = new Map(Object.entries(value));
		for (const key of entries.keys()) {
			if (!known || known.includes(key)) continue;
			this.report([...path, key], didYouMean(say`${what} has no key \`${key}\``, findSimilar(key, known)), true);
			entries.delete(key);
		}
		return entries;
	}

	report(path: Path, message: Message, ofKey = false): void {
		this.problems.push({ path, message, ofKey });
	}
}

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
export const didYouMean = (message: Message, name: string | undefined): Message => (name ? say`${message}; did you mean \`${name}\`?` : message);

export function kindOf(value: unknown): Message {
	if (value === undefined || value === null) return say`nothing`;
	if (Array.isArray(value)) return say`a list`;
	if (typeof value === "object") return say`a mapping`;
	return typeof value === "string" ? say`the string \`${value}\`` : say`\`${String(value as number | boolean)}\``;
}
