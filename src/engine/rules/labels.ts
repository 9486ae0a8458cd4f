import { type Label, labelsOf } from "../dockerfile/labels.ts";
import { mayExpand, withoutQuotes } from "../dockerfile/expand.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Problem } from "../lint/rule.ts";
import { type Message, say } from "../text/message.ts";
import { type Range, replace } from "../text/text.ts";

/** Which labels a rule judges, where hadolint judges those of its label schema alone. */
export const judgedLabels = <const Keys extends readonly string[]>(
	...keys: Keys
): { readonly default: Keys; readonly hadolint: readonly string[]; readonly description: string } => ({
	default: keys,
	hadolint: [],
	description: "Keys of the labels that are judged.",
});

/** hadolint does not look into variables. */
export const variablesAsHadolint = {
	default: false,
	hadolint: true,
	description: "Judge values with variables, too, by how they are written.",
} as const;

type Judgement = {
	readonly keys: readonly string[];
	readonly variables: boolean;
	readonly isRight: (value: string) => boolean;
	readonly say: (key: string, value: string) => Message;
	/** What is probably meant. */
	readonly meant?: (value: string) => string | undefined;
};

/** Labels with one of the keys whose value is not of the kind. Of an empty value another rule speaks. */
export function reportValues(file: Dockerfile, { keys, variables, isRight, say: message, meant }: Judgement): readonly Problem[] {
	if (keys.length === 0) return none;
	const problems: Problem[] = [];
	for (const label of labelsOf(file)) {
		const { name, word, written } = label;
		const key = (variables ? withoutQuotes(name.text) : label.key) ?? "";
		if (!keys.includes(key)) continue;
		const value = variables ? written : label.value;
		if (value === undefined || value === "" || isRight(value)) continue;
		const better = meant?.(value);
		const at = insideQuotes(file, label);
		problems.push({
			at: word,
			message: message(key, value),
			...(better !== undefined && at && { fix: { title: say`Write ${better}`, edits: [replace(at, better)], safe: false } }),
		});
	}
	return problems;
}

const none: readonly Problem[] = [];

/** Where the value stands in the text, without its quotes; undefined where variables or escapes are in it. */
function insideQuotes({ text }: Dockerfile, { word: { start, end }, written }: Label): Range | undefined {
	const source = text.slice(start, end);
	if (mayExpand(written) || !source.includes(written)) return undefined;
	const from = start + source.indexOf(written);
	return source === written && /\s/.test(source) ? undefined : { start: from, end: from + written.length };
}
