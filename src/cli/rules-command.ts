import { rules } from "../engine/rules/index.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

/** `hullwright rules`: every rule with its severity in both presets, and its other names. */
export function rulesCommand(format: "pretty" | "json", terminal: Terminal): number {
	const rows = rules.map(({ id, aliases = [], severity, strictSeverity, title }) => ({
		id,
		aliases,
		severity,
		strictSeverity: strictSeverity ?? (severity === "off" ? "warning" : severity),
		title,
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
