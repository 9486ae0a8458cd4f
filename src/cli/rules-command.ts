import { severityWhenOn } from "../engine/lint/presets.ts";
import { aliasesOf } from "../engine/lint/rule-names.ts";
import { rules } from "../engine/rules/index.ts";
import { say, textOf, translated } from "../engine/text/message.ts";
import { severityNames } from "../engine/lint/spoken.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

/** `hullwright rules`: every rule with its severity in both presets, and its other names. */
export function rulesCommand(format: "pretty" | "json", terminal: Terminal): number {
	const rows = rules.map((rule) => ({
		id: rule.id,
		aliases: aliasesOf(rule),
		severity: rule.severity,
		strictSeverity: severityWhenOn(rule),
		title: translated(rule.title, terminal.catalogue),
	}));
	if (format === "json") {
		terminal.write(`${JSON.stringify(rows, null, "\t")}\n`);
		return exitCodes.clean;
	}
	const width = Math.max(...rows.map(({ id }) => id.length));
	for (const { id, aliases, severity, strictSeverity, title } of rows) {
		const names = [severityNames[severity], severityNames[strictSeverity]] as const;
		const severities = textOf(severity === strictSeverity ? names[0] : say`${names[0]}, strict ${names[1]}`, terminal.catalogue);
		terminal.write(`${id.padEnd(width)}  ${title} (${[severities, ...aliases].join("; ")})\n`);
	}
	return exitCodes.clean;
}
