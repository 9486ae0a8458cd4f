import { Lines, type Range } from "../text/text.ts";
import { isAlias, isMap, isNode, isScalar, isSeq, parseYaml, type Node } from "../yaml/parse-yaml.ts";
import { defaultConfiguration, readConfiguration, type Configuration } from "./configuration.ts";
import { readHadolintConfiguration } from "./hadolint-configuration.ts";
import type { SettingProblem } from "./setting-reader.ts";
import type { Rule } from "./rule.ts";
import { type Message, say } from "../text/message.ts";

/** `line` counts from 1. */
export type ConfigurationProblem = { readonly message: Message; readonly at: Range; readonly line: number };

/** `useless` is what is right in it and asks for nothing here. */
export type ParsedConfiguration = {
	readonly configuration: Configuration;
	readonly problems: readonly ConfigurationProblem[];
	readonly useless: readonly ConfigurationProblem[];
};

/**
 * Reads `.hullwright.yaml`. What is wrong in it is told, in its order, and the rest applies.
 * Load this file with a dynamic `import()`, and only where there is a configuration file: it brings a YAML parser.
 */
export const parseConfiguration = (text: string, rules: readonly Rule[]): ParsedConfiguration => parseWith(text, (value) => readConfiguration(value, rules));

/** Reads `.hadolint.yaml` in the same way. */
export const parseHadolintConfiguration = (text: string, rules: readonly Rule[]): ParsedConfiguration =>
	parseWith(text, (value) => readHadolintConfiguration(value, rules));

type Reading = { readonly configuration: Configuration; readonly problems: readonly SettingProblem[]; readonly useless?: readonly SettingProblem[] };

function parseWith(text: string, readValue: (value: unknown) => Reading): ParsedConfiguration {
	const lines = new Lines(text);
	const toProblem = (message: Message, start: number, end: number): ConfigurationProblem => ({ message, at: { start, end }, line: lines.lineAt(start) + 1 });
	const { documents, problems: mistakes, tooDeep } = parseYaml(text);
	if (tooDeep)
		return {
			configuration: defaultConfiguration,
			problems: [toProblem(say`This is nested too deeply for a configuration`, tooDeep.start, tooDeep.end)],
			useless: [],
		};
	const [contents, another] = documents.map((document) => document.contents);
	const problems = mistakes.map(({ isRepeated, message, at: { start, end } }) =>
		toProblem(isRepeated ? say`This key is set a second time; the last counts` : say`Not valid YAML: ${message}`, start, end),
	);
	if (another) problems.push(toProblem(say`Only the first document counts`, ...edgesOf(another)));
	const value = valueOf(contents, (node, message) => problems.push(toProblem(message, ...edgesOf(node))));
	const read = readValue(value);
	const placed = (each: SettingProblem): ConfigurationProblem => toProblem(each.message, ...edgesOf(nodeOf(contents, each)));
	const useless = (read.useless ?? []).map(placed);
	problems.push(...read.problems.map(placed));
	return { configuration: read.configuration, problems: problems.toSorted((one, other) => one.at.start - other.at.start), useless };
}

/** As JSON would hold it. Aliases are not followed, for they can nest without end; in a list they are nothing. */
function valueOf(node: unknown, report: (node: Node, message: Message) => void): unknown {
	if (isScalar(node)) return node.value;
	if (isSeq(node)) return node.items.map((item) => valueOf(item, report));
	if (isMap(node)) {
		const entries = new Map<string, unknown>();
		for (const { key, value } of node.items) {
			if (isAlias(value)) report(value, say`Aliases do not work here; write the value out`);
			else if (isScalar(key)) entries.set(String(key.value), valueOf(value, report));
			else if (isNode(key)) report(key, say`A key must be a plain name`);
		}
		return Object.fromEntries(entries);
	}
	return undefined;
}

/** The node that the problem is about, or the last one on the way to it. */
function nodeOf(contents: unknown, { path, ofKey }: SettingProblem): unknown {
	let node = contents;
	for (const [index, step] of path.entries()) {
		const isLast = index === path.length - 1;
		if (isSeq(node)) node = node.items[Number(step)] ?? node;
		else if (isMap(node)) {
			const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === step);
			node = (isLast && ofKey) || !isNode(pair?.value) || pair.value.range?.[0] === pair.value.range?.[1] ? (pair?.key ?? node) : pair.value;
		}
	}
	return node;
}

function edgesOf(node: unknown): [start: number, end: number] {
	const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0];
	return [start, end];
}
