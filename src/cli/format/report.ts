import type { Finding } from "../../engine/lint/lint.ts";
import type { Severity } from "../../engine/lint/rule.ts";
import { spoken, type SpokenFinding } from "../../engine/lint/spoken.ts";
import type { Catalogue } from "../../engine/text/message.ts";
import { Lines, type Position } from "../../engine/text/text.ts";

/** What was found in one file. `name` is the file as it was named, `text` what the findings' offsets refer to. */
export type Report = { readonly name: string; readonly text: string; readonly findings: readonly Reported[] };

/** `lineAt` is an offset in the line that is to be told, where that is not the finding's own. */
export type Reported = Finding & { readonly lineAt?: number };

/** A finding's place as people count: lines and columns (UTF-16 units) from 1, the end exclusive. */
export type Place = { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number };

/** How a report is to look. */
export type Look = { readonly hasColors: boolean; readonly catalogue?: Catalogue | undefined };

/** What reports come to. */
export type Tally = Readonly<Record<Severity | "files" | "mendable", number>>;

/** A way to print reports. Each file's part stands for itself, so that the thread that has linted the file can write it. */
export type Format = {
	/** Empty where nothing is to be said of the file. */
	part(report: Report, look: Look): string;
	/** The parts that are not empty, and what stands around them. */
	whole(parts: readonly string[], tally: Tally, look: Look): string;
};

export const emptyTally: Tally = { error: 0, warning: 0, info: 0, files: 0, mendable: 0 };

export const added = (one: Tally, other: Tally): Tally => ({
	error: one.error + other.error,
	warning: one.warning + other.warning,
	info: one.info + other.info,
	files: one.files + other.files,
	mendable: one.mendable + other.mendable,
});

export function tallyOf({ findings }: Report): Tally {
	const tally = { ...emptyTally, files: 1 };
	for (const { severity, fix } of findings) {
		tally[severity]++;
		if (fix?.safe) tally.mendable++;
	}
	return tally;
}

/** The findings with their places, in words. */
export function* placed({ text, findings }: Report, catalogue: Catalogue | undefined): Generator<SpokenFinding & Place> {
	if (findings.length === 0) return;
	const lines = new Lines(text);
	for (const finding of findings) {
		const [start, end] = [startOf(finding, lines), lines.positionAt(finding.at.end)];
		yield { ...spoken(finding, catalogue), line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
	}
}

/** Where another line is told, its beginning. */
function startOf({ at, lineAt = at.start }: Reported, lines: Lines): Position {
	const [line, own] = [lines.lineAt(lineAt), lines.positionAt(at.start)];
	return line === own.line ? own : { line, column: 0 };
}
