import { styleText } from "node:util";
import { carets } from "../../engine/lint/carets.ts";
import type { Severity } from "../../engine/lint/rule.ts";
import { say, textOf, type Message } from "../../engine/text/message.ts";
import { severityNames } from "../../engine/lint/spoken.ts";
import { Lines } from "../../engine/text/text.ts";
import { withoutControls } from "../terminal.ts";
import { placed, type Format, type Tally } from "./report.ts";

const widest = 160;
const colors = { error: "red", warning: "yellow", info: "blue" } as const;

/** For people: each finding with the line that it stands on, and a count at the end. */
export const pretty: Format = {
	part(report, { hasColors, catalogue }) {
		const paint = hasColors ? styleText : (_: unknown, text: string): string => text;
		const lines = new Lines(report.findings.length > 0 ? report.text : "");
		let output = "";
		for (const { severity, rule, message, line, column, at } of placed(report, catalogue)) {
			const { start: lineStart, end: lineEnd } = lines.lineRange(lines.lineAt(at.start));
			const source = report.text.slice(lineStart, lineEnd);
			output += `${paint("bold", `${withoutControls(report.name)}:${line}:${column}`)} ${paint(colors[severity], textOf(severityNames[severity], catalogue))} ${withoutControls(message)} ${paint("dim", `[${rule}]`)}\n`;
			if (!source.trim()) continue;
			const [shown, marks] = frame(source, at.start - lineStart, Math.min(at.end - lineStart, source.length));
			output += `    ${shown}\n    ${paint(colors[severity], marks)}\n`;
		}
		return output;
	},
	whole: (parts, tally, { catalogue }) =>
		tally.files > 0
			? `${parts.join("")}${textOf(tally.known > 0 ? say`${summary(tally)}; known from the baseline: ${tally.known}` : summary(tally), catalogue)}\n`
			: "",
};

/** The line and its carets, of a long line only the part around the finding. */
function frame(source: string, start: number, end: number): [string, string] {
	const from = source.length > widest ? Math.max(0, Math.min(start - 40, source.length - widest)) : 0;
	const shown = withoutControls(source.slice(from, from + widest));
	return [
		`${from > 0 ? "…" : ""}${shown}${from + widest < source.length ? "…" : ""}`,
		`${from > 0 ? " " : ""}${carets(shown, start - from, Math.min(end - from, shown.length))}`,
	];
}

function summary(tally: Tally): Message {
	const count = tally.error + tally.warning + tally.info;
	const files = tally.files === 1 ? say`1 file` : say`${tally.files} files`;
	if (count === 0) return say`No problems in ${files}`;
	const kinds = (["error", "warning", "info"] satisfies Severity[]).flatMap((severity) => (tally[severity] === 0 ? [] : [counted[severity](tally[severity])]));
	const all = kinds.reduce((before, kind) => say`${before}, ${kind}`);
	const found = count === 1 ? say`1 problem in ${files} (${all})` : say`${count} problems in ${files} (${all})`;
	return tally.mendable > 0 ? say`${found}; --fix mends ${tally.mendable}` : found;
}

const counted: Readonly<Record<Severity, (count: number) => Message>> = {
	error: (count) => (count === 1 ? say`1 error` : say`${count} errors`),
	warning: (count) => (count === 1 ? say`1 warning` : say`${count} warnings`),
	info: (count) => say`${count} info`,
};
