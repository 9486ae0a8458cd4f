import type { Processes } from "../../docker/actions/look.ts";
import type { Translate } from "../explorer/kind.ts";

export function processesText({ titles, rows }: Processes, name: string, time: string, t: Translate): string {
	const count = rows.length === 1 ? t("one process in {0}, at {1}", name, time) : t("{0} processes in {1}, at {2}", rows.length, name, time);
	return `${count}\n\n${tableText([titles, ...rows])}\n`;
}

/** In columns, as a terminal shows it; numbers stand to the right, and the last column is as long as it is. */
export function tableText(rows: readonly (readonly string[])[]): string {
	const columns = Math.max(0, ...rows.map(({ length }) => length));
	const widths = Array.from({ length: columns }, (_, column) => rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0));
	const areNumbers = widths.map((_, column) => rows.length > 1 && rows.slice(1).every((row) => /^\d+$/.test(row[column] ?? "")));
	const cell = (text: string, column: number): string => {
		if (areNumbers[column]) return text.padStart(widths[column] ?? 0);
		return column === columns - 1 ? text : text.padEnd(widths[column] ?? 0);
	};
	return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}
