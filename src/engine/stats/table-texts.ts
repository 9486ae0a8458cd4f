import { ageText } from "../text/age.ts";
import { sizeText } from "../text/size.ts";
import { csvOf, markdownOf } from "./delimited.ts";
import type { ColumnId, Group, TableRow, Totals } from "./table.ts";

/** What a cell shows; empty where nothing is known. */
export function cellText(row: TableRow, column: ColumnId, now: number): string {
	switch (column) {
		case "cpu":
			return row.cpu === null ? "" : `${row.cpu.toFixed(2)} %`;
		case "memory":
			return row.memory === null ? "" : `${sizeText(row.memory)}${row.memoryLimit > 0 ? ` / ${sizeText(row.memoryLimit)}` : ""}`;
		case "network":
			return both(row.received, row.sent);
		case "disk":
			return both(row.read, row.written);
		case "restarts":
			return row.restarts === null ? "" : String(row.restarts);
		case "uptime":
			return row.startedAt === null ? "" : ageText(now - row.startedAt);
		case "created":
			return row.createdAt === null ? "" : ageText(now - row.createdAt);
		case "project":
			return row.project ?? "";
		case "name":
		case "state":
		case "health":
		case "ports":
		case "image":
			return row[column];
	}
}

/** What a row of totals shows in a column besides its name. */
export function totalText(totals: Totals, column: ColumnId): string {
	switch (column) {
		case "cpu":
			return `${totals.cpu.toFixed(2)} %`;
		case "memory":
			return sizeText(totals.memory);
		case "network":
			return both(totals.received, totals.sent);
		case "disk":
			return both(totals.read, totals.written);
		case "restarts":
			return String(totals.restarts);
		case "name":
		case "project":
		case "state":
		case "health":
		case "uptime":
		case "ports":
		case "image":
		case "created":
			return "";
	}
}

const both = (one: number | null, other: number | null): string => (one === null || other === null ? "" : `${sizeText(one)} / ${sizeText(other)}`);

export const isNumber = (column: ColumnId): boolean => ["cpu", "memory", "network", "disk", "restarts", "uptime", "created"].includes(column);

/** What is copied: as it is shown, with the sums. `nameOf` says what stands in the first cell of a row of totals. */
export type Copied = {
	readonly groups: readonly Group[];
	readonly all: Totals;
	readonly columns: readonly ColumnId[];
	readonly titles: Readonly<Record<ColumnId, string>>;
	readonly nameOf: (group: Group | undefined) => string;
	readonly isGrouped: boolean;
	readonly now: number;
};

export function tableMarkdown({ groups, all, columns, titles, nameOf, isGrouped, now }: Copied): string {
	const total = (of: Totals, name: string): readonly string[] => columns.map((column) => (column === "name" ? name : totalText(of, column)));
	const rows = groups.flatMap((group) => [
		...(isGrouped ? [total(group.totals, nameOf(group))] : []),
		...group.rows.map((row) => columns.map((column) => cellText(row, column, now))),
	]);
	const numbers = new Set(columns.flatMap((column, index) => (isNumber(column) ? [index] : [])));
	return markdownOf([columns.map((column) => titles[column]), ...rows, total(all, nameOf(undefined))], numbers);
}

/** Numbers as they are, in bytes and seconds; without sums, which a spreadsheet would count once more. */
export function tableCsv({ groups, columns, now }: Pick<Copied, "groups" | "columns" | "now">): string {
	const age = (time: number | null): number | "" => (time === null ? "" : Math.round((now - time) / 1000));
	const cells = (row: TableRow, column: ColumnId): readonly (readonly [head: string, value: string | number])[] => {
		switch (column) {
			case "cpu":
				return [["cpu_percent", row.cpu ?? ""]];
			case "memory":
				return [
					["memory_bytes", row.memory ?? ""],
					["memory_limit_bytes", row.memoryLimit || ""],
				];
			case "network":
				return [
					["received_bytes", row.received ?? ""],
					["sent_bytes", row.sent ?? ""],
				];
			case "disk":
				return [
					["read_bytes", row.read ?? ""],
					["written_bytes", row.written ?? ""],
				];
			case "uptime":
				return [["uptime_seconds", age(row.startedAt)]];
			case "created":
				return [["age_seconds", age(row.createdAt)]];
			case "restarts":
				return [["restarts", row.restarts ?? ""]];
			case "name":
			case "project":
			case "state":
			case "health":
			case "ports":
			case "image":
				return [[column, row[column] ?? ""]];
		}
	};
	const rows = groups.flatMap((group) => group.rows.map((row) => columns.flatMap((column) => cells(row, column))));
	return csvOf([columns.flatMap((column) => cells(noRow, column)).map(([head]) => head), ...rows.map((row) => row.map(([, value]) => value))]);
}

const noRow: TableRow = {
	...{ id: "", name: "", project: null, state: "", health: "", cpu: null, memory: null, memoryLimit: 0, received: null, sent: null },
	...{ read: null, written: null, restarts: null, startedAt: null, createdAt: null, ports: "", image: "" },
};
