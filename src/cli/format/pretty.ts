import { styleText } from "node:util";
import { carets } from "../../engine/lint/carets.ts";
import type { Severity } from "../../engine/lint/rule.ts";
import { withoutControls } from "../terminal.ts";
import { placed, type Report } from "./report.ts";

const widest = 160;
const colors = { error: "red", warning: "yellow", info: "blue" } as const;

/** For people: each finding with the line that it stands on, and a count at the end. */
export function formatPretty(reports: readonly Report[], hasColors: boolean): string {
	if (reports.length === 0) return "";
	const paint = hasColors ? styleText : (_: unknown, text: string): string => text;
	const pieces: string[] = [];
	for (const report of reports) {
		const lines = report.findings.length > 0 ? report.text.split("\n") : [];
		for (const { severity, rule, message, line, column, endLine, endColumn } of placed(report)) {
			const source = (lines[line - 1] ?? "").replace(/\r+$/, "");
			const end = Math.min(endLine === line ? endColumn - 1 : source.length, source.length);
			pieces.push(
				`${paint("bold", `${withoutControls(report.name)}:${line}:${column}`)} ${paint(colors[severity], severity)} ${withoutControls(message)} ${paint("dim", `[${rule}]`)}\n`,
				...(source.trim() ? frame(source, column - 1, end).map((each, index) => `    ${index === 0 ? each : paint(colors[severity], each)}\n`) : []),
			);
		}
	}
	return `${pieces.join("")}${summary(reports)}\n`;
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

function summary(reports: readonly Report[]): string {
	const findings = reports.flatMap((report) => report.findings);
	const files = counted(reports.length, "file");
	if (findings.length === 0) return `No problems in ${files}`;
	const kinds = (["error", "warning", "info"] satisfies Severity[]).flatMap((severity) => {
		const count = findings.filter((finding) => finding.severity === severity).length;
		return count === 0 ? [] : [severity === "info" ? `${count} info` : counted(count, severity)];
	});
	const fixable = findings.filter(({ fix }) => fix?.safe).length;
	return `${counted(findings.length, "problem")} in ${files} (${kinds.join(", ")})${fixable > 0 ? `; --fix mends ${fixable}` : ""}`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
