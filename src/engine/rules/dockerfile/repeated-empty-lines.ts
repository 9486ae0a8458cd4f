import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { remove } from "../../text/text.ts";
import { say } from "../../text/message.ts";
import { type Line, linesOf } from "../lines.ts";

export default dockerfileRule({
	id: "repeated-empty-lines",
	peers: { tally: ["tally/no-multiple-empty-lines"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "There are several empty lines in a row",
	why: ["One empty line parts what does not belong together; more of them, or some at the end, only push the file out of sight."],
	fixes: {
		safely: "The lines that are too many go.",
		never: "A comment below them would become a parser directive.",
	},
	options: { lines: { default: 1, description: "How many empty lines may stand in a row. At the end of the file none may." } },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12


				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12

				CMD ["bash"]
			`,
		},
	],

	check(file, { options: { lines: most } }) {
		const problems: Problem[] = [];
		const { text } = file;
		let row: Line[] = [];
		let previous = -1;
		for (const line of [...linesOf(file), undefined]) {
			if (line && !line.isInside && line.index === previous + 1 && text.slice(line.start, line.end).trim() === "" && line.next > line.start) {
				row.push(line);
				previous = line.index;
				continue;
			}
			const problem = problemOf(text, row, most);
			if (problem) problems.push(problem);
			row = [];
			previous = line?.index ?? -1;
		}
		return problems;
	},
});

function problemOf(text: string, row: readonly Line[], most: number): Problem | undefined {
	const last = row.at(-1);
	const isLast = last?.next === text.length && text.endsWith("\n");
	const from = row[isLast ? 0 : most];
	if (!from || !last) return undefined;
	const message = isLast ? say`the file ends with an empty line` : say`${row.length} empty lines stand in a row, where ${most} would do`;
	const fix = { title: say`Remove the empty lines`, edits: [remove({ start: from.start, end: last.next })], safe: true };
	const becomesDirective = /^#[ \t]*\w+[ \t]*=/.test(text.slice(last.next, last.next + 80));
	return { at: { start: from.start, end: last.next }, message, ...(!becomesDirective && { fix }) };
}
