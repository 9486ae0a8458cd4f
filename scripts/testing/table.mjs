/** One row a tier, as lines of text with aligned columns. */
export function toTable(rows) {
	const cells = [
		["tier", "passed", "failed", "skipped", "seconds"],
		...rows.map(({ tier, passed, failed, skipped, seconds, note }) => [tier, passed, failed, skipped, seconds.toFixed(1), note ?? ""].map(String)),
	];
	const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column].length)));
	return cells.map((row) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : column < 5 ? cell.padStart(widths[column]) : cell))
			.join("  ")
			.trimEnd(),
	);
}

/** The sum over all rows, in the words that end every run. */
export function toSum(rows) {
	const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
	return `${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`;
}

/** The tests that passed at their second attempt only, each with what it failed of before: somebody has to look at them. */
export function secondAttempts(rows) {
	return rows.flatMap(({ again = [] }) =>
		again.map(({ name, why }) => `PASSED AT THE SECOND ATTEMPT: ${name}\n      | ${why.trim().replaceAll("\n", "\n      | ")}`),
	);
}
