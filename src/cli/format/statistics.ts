import { fixOf } from "../../engine/lint/lint.ts";
import { type Catalogue, say, textOf } from "../../engine/text/message.ts";
import { namesOf, type Format, type Report } from "./report.ts";

/** Of one rule: how many problems there are, how many of them `--fix` mends, and how many have a fix to look at first. */
type Row = { readonly rule: string; readonly count: number; readonly fixable: number; readonly onRequest: number };

/** Numbers instead of problems: a row for each rule, the most frequent first. The counts add up to all that was found. */
export const numbersInJson: Format = {
	part: ({ findings }) => (findings.length > 0 ? JSON.stringify(rowsOf(findings)) : ""),
	whole: (parts) => `${JSON.stringify(sumOf(parts), null, "\t")}\n`,
};

/** The same for people, with the sums below. */
export const numbers: Format = { part: numbersInJson.part, whole: (parts, _, { catalogue }) => table(sumOf(parts), catalogue) };

function rowsOf(findings: Report["findings"]): readonly Row[] {
	return findings.map((finding) => {
		const fix = fixOf(finding);
		return { rule: namesOf(finding).rule, count: 1, fixable: fix?.safe ? 1 : 0, onRequest: fix && !fix.safe ? 1 : 0 };
	});
}

function sumOf(parts: readonly string[]): readonly Row[] {
	const rows = new Map<string, Row>();
	for (const row of parts.flatMap((part) => JSON.parse(part) as readonly Row[])) rows.set(row.rule, plus(rows.get(row.rule) ?? none(row.rule), row));
	return [...rows.values()].sort((one, other) => other.count - one.count || (one.rule < other.rule ? -1 : 1));
}

const none = (rule: string): Row => ({ rule, count: 0, fixable: 0, onRequest: 0 });

const plus = ({ rule, count, fixable, onRequest }: Row, other: Row): Row => ({
	rule,
	count: count + other.count,
	fixable: fixable + other.fixable,
	onRequest: onRequest + other.onRequest,
});

function table(rows: readonly Row[], catalogue: Catalogue | undefined): string {
	const header = [say`problems`, say`--fix mends`, say`fixed on request`, say`rule`].map((title) => textOf(title, catalogue));
	const total = rows.reduce(plus, none(textOf(say`all rules`, catalogue)));
	const lines = [...rows, total].map(({ rule, count, fixable, onRequest }) => [count, fixable, onRequest, rule]);
	const widths = header.map((title, column) => Math.max(title.length, ...lines.map((row) => String(row[column]).length)));
	return [header, ...lines]
		.map((cells) => `${cells.map((cell, column) => (column === 3 ? String(cell) : String(cell).padStart(widths[column] ?? 0))).join("  ")}\n`)
		.join("");
}
