import { fixOf, type Finding } from "../../engine/lint/lint.ts";
import type { FailLevel } from "../../engine/lint/configuration.ts";
import type { Severity } from "../../engine/lint/rule.ts";
import { spoken, type SpokenFinding } from "../../engine/lint/spoken.ts";
import type { Catalogue } from "../../engine/text/message.ts";
import { Lines, type Position } from "../../engine/text/text.ts";

/** What was found in one file. `name` is the file as it was named, `text` what the findings' offsets refer to. */
export type Report = { readonly name: string; readonly text: string; readonly findings: readonly Reported[] };

/** `told` is how another linter names the finding, where that is wanted: an offset in its line, and its id where that is wanted, too. */
export type Reported = Finding & { readonly told?: { readonly lineAt: number; readonly id: string | undefined } };

/** A finding's place as people count: lines and columns (UTF-16 units) from 1, the end exclusive. */
export type Place = { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number };

/** How a report is to look. */
export type Look = { readonly hasColors: boolean; readonly catalogue?: Catalogue | undefined };

/** What reports come to. `failing` are those for which a run fails, and `known` are problems that a baseline has, besides those that are reported. */
export type Tally = Readonly<Record<Severity | "files" | "mendable" | "failing" | "known", number>>;

/** A way to print reports. Each file's part stands for itself, so that the thread that has linted the file can write it. */
export type Format = {
	/** Empty where nothing is to be said of the file. */
	part(report: Report, look: Look): string;
	/** The parts that are not empty, and what stands around them. */
	whole(parts: readonly string[], tally: Tally, look: Look): string;
};

export const emptyTally: Tally = { error: 0, warning: 0, info: 0, files: 0, mendable: 0, failing: 0, known: 0 };

export const added = (one: Tally, other: Tally): Tally => ({
	error: one.error + other.error,
	warning: one.warning + other.warning,
	info: one.info + other.info,
	files: one.files + other.files,
	mendable: one.mendable + other.mendable,
	failing: one.failing + other.failing,
	known: one.known + other.known,
});

/** `failOn` is the severity from which on a run fails. */
export function tallyOf({ findings }: Report, failOn: FailLevel): Tally {
	const tally = { ...emptyTally, files: 1 };
	for (const finding of findings) {
		const { severity, isHint } = finding;
		tally[severity]++;
		if (!isHint && failing[failOn].includes(severity)) tally.failing++;
		if (fixOf(finding)?.safe) tally.mendable++;
	}
	return tally;
}

const failing: Readonly<Record<FailLevel, readonly Severity[]>> = {
	error: ["error"],
	warning: ["error", "warning"],
	info: ["error", "warning", "info"],
	never: [],
};

/** The findings in words, with their places; `ownRule` is our id also where another linter's is told. */
export function placed({ text, findings }: Report, catalogue: Catalogue | undefined): readonly (SpokenFinding & Place & { readonly ownRule: string })[] {
	if (findings.length === 0) return [];
	const lines = new Lines(text);
	return findings.map((finding) => {
		const [start, end] = [startOf(finding, lines), lines.positionAt(finding.at.end)];
		return {
			...spoken(finding, catalogue),
			...namesOf(finding),
			line: start.line + 1,
			column: start.column + 1,
			endLine: end.line + 1,
			endColumn: end.column + 1,
			ownRule: finding.rule,
		};
	});
}

/** The rule's id and aliases, or those of another linter, where that is wanted. */
export function namesOf({ rule, aliases, told }: Reported): Pick<Finding, "rule" | "aliases"> {
	return told?.id === undefined ? { rule, aliases } : { rule: told.id, aliases: [rule, ...aliases.filter((alias) => alias !== told.id)] };
}

/** Where another line is told, its beginning. */
function startOf({ at, told }: Reported, lines: Lines): Position {
	const [line, own] = [lines.lineAt(told?.lineAt ?? at.start), lines.positionAt(at.start)];
	return line === own.line ? own : { line, column: 0 };
}
