/** As RFC 4180 has it, with a comma. What a spreadsheet would take for a formula is told as text. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string => `${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

function csvCell(value: string | number): string {
	if (typeof value === "number") return String(value);
	const text = /^[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of Markdown, the first row of which is its head. `numbers` are the columns that stand to the right. */
export function markdownOf([head = [], ...rows]: readonly (readonly string[])[], numbers: ReadonlySet<number>): string {
	const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(" | ")} |`;
	return `${[line(head), `| ${head.map((_, column) => (numbers.has(column) ? "---:" : "---")).join(" | ")} |`, ...rows.map(line)].join("\n")}\n`;
}

/** Names may hold whatever would be markup. */
const markdownCell = (text: string): string => text.replace(/[\\`*_[\]<>|~&]/g, "\\$&").replace(/\s+/g, " ");
