import { styleText } from "node:util";
import { carets } from "../../engine/lint/carets.ts";
import type { Severity } from "../../engine/lint/rule.ts";
import { say, textOf, type Message } from "../../engine/text/message.ts";
import { severityNames } from "../../engine/lint/spoken.ts";
import { Lines } from "../../engine/text/text.ts";
import { withoutControls } from "../terminal.ts";
import { placed, type Look, type Report } from "./report.ts";

const widest = 160;
const colors = { error: "red", warning: "yellow", info: "blue" } as const;

/** For people: each finding with the line that it stands on, and a count at the end. */
export function formatPretty(reports: readonly Report[], { hasColors, catalogue }: Look): string {
	if (reports.length === 0) return "";
	const paint = hasColors ? styleText : (_: unknown, text: string): string => text;
	const pieces: string[] = [];
	for (const report of reports) {
		const lines = new Lines(report.findings.length > 0 ? report.text : "");
		for (const { severity, rule, message, line, column, at } of placed(report, catalogue)) {
			const { start: lineStart, end: lineEnd } = lines.lineRange(lines.lineAt(at.start));
			const source = report.text.slice(lineStart, lineEnd);
			pieces.push(
				`${paint("bold", `${withoutControls(report.name)}:${line}:${column}`)} ${paint(colors[severity], textOf(severityNames[severity], catalogue))} ${withoutControls(message)} ${paint("dim", `[${rule}]`)}\n`,
				...(source.trim()
					? frame(source, at.start - lineStart, Math.min(at.end - lineStart, source.length)).map(
							(each, index) => `    ${index === 0 ? each : paint(colors[severity], each)}\n`,
						)
					: []),
			);
		}
	}
	return `${pieces.join("")}${textOf(summary(reports), catalogue)}\n`;
}

/** The line and its carets, of a long line only the part around the finding. */
function frame(source: string, start: number, end: number): [string, string] {
	const from = source.length > widest ? Math.max(0, Math.min(start - 40, source.length - widest)) : 0;
	const shown = withoutControls(source.slice(from, from + widest));
	return [
		`${from > 0 ? "…" : ""}${shown}${from + widest < source.length ? "…" : ""}`,
		`${from > 0 ? " " : ""}${carets(shown, start - from, Math.min(end - from, shown.length))}`,
	];
}

function summary(reports: readonly Report[]): Message {
	const findings = reports.flatMap((report) => report.findings);
	const files = reports.length === 1 ? say`1 file` : say`${reports.length} files`;
	if (findings.length === 0) return say`No problems in ${files}`;
	const kinds = (["error", "warning", "info"] satisfies Severity[]).flatMap((severity) => {
		const count = findings.filter((finding) => finding.severity === severity).length;
		return count === 0 ? [] : [counted[severity](count)];
	});
	const all = kinds.reduce((before, kind) => say`${before}, ${kind}`);
	const found = findings.length === 1 ? say`1 problem in ${files} (${all})` : say`${findings.length} problems in ${files} (${all})`;
	const fixable = findings.filter(({ fix }) => fix?.safe).length;
	return fixable > 0 ? say`${found}; --fix mends ${fixable}` : found;
}

const counted: Readonly<Record<Severity, (count: number) => Message>> = {
	error: (count) => (count === 1 ? say`1 error` : say`${count} errors`),
	warning: (count) => (count === 1 ? say`1 warning` : say`${count} warnings`),
	info: (count) => say`${count} info`,
};
