import { hashOf } from "../text/hash.ts";
import { textOf } from "../text/message.ts";
import type { Finding } from "./lint.ts";
import { isMapping } from "./setting-reader.ts";

/** Looked for as the configuration is: in the folder of the linted file and then in its parents, where the configuration names no other. */
export const baselineFileName = ".hullwright-baseline.json";

/** What was found in one file when it was put by: by rule id a mark for each problem. The marks tell problems apart where there are more than were; their number is what counts. */
export type Known = ReadonlyMap<string, readonly string[]>;

/** By path, relative to the baseline's folder, with slashes. */
export type Baseline = ReadonlyMap<string, Known>;

/** Problems that a baseline does not have, those that it has, and how many of those that it has are no more, by rule id. */
export type Compared = { readonly fresh: readonly Finding[]; readonly old: readonly Finding[]; readonly mended: ReadonlyMap<string, number> };

/** What of the findings in the text is new. Positions drift, so of each rule as many are old as were put by: first those that say the same. What is left over is new. */
export function compare(text: string, findings: readonly Finding[], known: Known): Compared {
	const old = new Set<Finding>();
	const mended = new Map<string, number>();
	const found = byRule(findings);
	for (const [rule, marks] of known) {
		const own = found.get(rule) ?? [];
		const kept = indexesKept(
			own.map((finding) => markOf(text, finding)),
			marks,
		);
		for (const index of kept) if (own[index]) old.add(own[index]);
		if (kept.length < marks.length) mended.set(rule, marks.length - kept.length);
	}
	return { fresh: findings.filter((finding) => !old.has(finding)), old: findings.filter((finding) => old.has(finding)), mended };
}

/** Of the marks that are found those that are known: at most as many as are known. */
function indexesKept(found: readonly string[], known: readonly string[]): readonly number[] {
	const left = [...known];
	const same: number[] = [];
	const others: number[] = [];
	for (const [index, mark] of found.entries()) {
		const at = left.indexOf(mark);
		if (at < 0) others.push(index);
		else {
			left.splice(at, 1);
			same.push(index);
		}
	}
	return [...same, ...others.slice(0, left.length)];
}

/** The findings in the text as a baseline has them. */
export const knownOf = (text: string, findings: readonly Finding[]): Known =>
	new Map([...byRule(findings)].map(([rule, own]) => [rule, own.map((finding) => markOf(text, finding)).sort()]));

function byRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
	const groups = new Map<string, Finding[]>();
	for (const finding of findings) {
		const group = groups.get(finding.rule);
		if (group) group.push(finding);
		else groups.set(finding.rule, [finding]);
	}
	return groups;
}

/** What of the baseline is still found. */
export const pruned = (known: Known, text: string, findings: readonly Finding[]): Known => knownOf(text, compare(text, findings, known).old);

/** Of the message in English and the line that it is about: they stay the same wherever the problem moves to. */
export function markOf(text: string, { message, at }: Pick<Finding, "message" | "at">): string {
	const [start, end] = [text.lastIndexOf("\n", at.start - 1) + 1, text.indexOf("\n", at.start)];
	const line = text.slice(start, end < 0 ? text.length : end);
	return hashOf(`${textOf(message)}\n${line.replace(/\s+/g, " ").trim()}`);
}

/** A baseline as a file: sorted, and a line for each rule in each file, so that branches merge. */
export function formatBaseline(baseline: Baseline): string {
	const byName = (one: readonly [string, unknown], other: readonly [string, unknown]): number => (one[0] < other[0] ? -1 : 1);
	const files = [...baseline].filter(([, known]) => known.size > 0).sort(byName);
	const lines = files.map(([path, known]) => {
		const rules = [...known].sort(byName).map(([rule, marks]) => `\t\t\t${JSON.stringify(rule)}: ${JSON.stringify(marks)}`);
		return `\t\t${JSON.stringify(path)}: {\n${rules.join(",\n")}\n\t\t}`;
	});
	return `{\n\t"version": 1,\n\t"files": {${lines.length > 0 ? `\n${lines.join(",\n")}\n\t` : ""}}\n}\n`;
}

/** Reads such a file; undefined where it is none. */
export function parseBaseline(text: string): Baseline | undefined {
	try {
		const value = JSON.parse(text) as { readonly version?: unknown; readonly files?: unknown } | null;
		if (value?.version !== 1 || !isMapping(value.files)) return undefined;
		return new Map(
			Object.entries(value.files).map(([path, rules]) => {
				if (!isMapping(rules)) throw new Error(path);
				return [path, new Map(Object.entries(rules).map(([rule, marks]) => [rule, marksIn(marks)]))];
			}),
		);
	} catch {
		return undefined;
	}
}

function marksIn(value: unknown): readonly string[] {
	if (!Array.isArray(value) || !value.every((mark) => typeof mark === "string")) throw new Error("no marks");
	return value;
}
