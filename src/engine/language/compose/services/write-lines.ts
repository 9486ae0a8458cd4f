/**
 * Lines that are indented by two blanks a level, from a column on and by the file's own step. What belongs to an item of a list stays behind its dash, which takes two
 * whatever the step.
 */
export function indentedLines(lines: readonly string[], column: number, step: number): readonly string[] {
	const levels: { readonly from: number; readonly to: number }[] = [];
	return lines.map((line) => {
		const from = /^ */.exec(line)?.[0].length ?? 0;
		while ((levels.at(-1)?.from ?? -1) > from) levels.pop();
		const last = levels.at(-1);
		const to = last === undefined ? column : last.from === from ? last.to : last.to + step;
		if (last?.from !== from) levels.push({ from, to });
		const text = line.slice(from);
		if (text.startsWith("- ")) levels.push({ from: from + 2, to: to + 2 });
		return " ".repeat(to) + text;
	});
}
