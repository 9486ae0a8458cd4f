import { severityWhenOn } from "../engine/lint/presets.ts";
import { aliasesOf } from "../engine/lint/rule-names.ts";
import { rules } from "../engine/rules/index.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

/** `hullwright rules`: every rule with its severity in both presets, and its other names. */
export function rulesCommand(format: "pretty" | "json", terminal: Terminal): number {
	const rows = rules.map((rule) => ({
		id: rule.id,
		aliases: aliasesOf(rule),
		severity: rule.severity,
		strictSeverity: severityWhenOn(rule),
		title: rule.title,
	}));
	if (format === "json") {
		terminal.write(`${JSON.stringify(rows, null, "\t")}\n`);
		return exitCodes.clean;
	}
	const width = Math.max(...rows.map(({ id }) => id.length));
	for (const { id, aliases, severity, strictSeverity, title } of rows) {
		const severities = severity === strictSeverity ? severity : `${severity}, strict ${strictSeverity}`;
		terminal.write(`${id.padEnd(width)}  ${title} (${[severities, ...aliases].join("; ")})\n`);
	}
	return exitCodes.clean;
}
