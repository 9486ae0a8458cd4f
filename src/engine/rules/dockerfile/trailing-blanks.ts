import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { remove } from "../../text/text.ts";
import { say } from "../../text/message.ts";
import { linesOf } from "../lines.ts";

export default dockerfileRule({
	id: "trailing-blanks",
	peers: { tally: ["tally/no-trailing-spaces"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "A line ends in blanks",
	why: ["Nobody sees blanks at the end of a line, and each editor that takes them away changes lines that nobody meant to change."],
	fixes: { safely: "The blanks go; Docker takes no notice of them outside of here documents." },
	examples: [
		{
			bad: 'FROM debian:12  \nCMD ["bash"]\n',
			good: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const { text } = file;
		for (const { start, end } of linesOf(file)) {
			let from = end;
			while (from > start && isBlank(text.charCodeAt(from - 1))) from--;
			if (from === end) continue;
			const at = { start: from, end };
			problems.push({
				at,
				message: say`blanks stand at the end of the line`,
				tag: "unnecessary",
				fix: { title: say`Remove the blanks`, edits: [remove(at)], safe: true },
			});
		}
		return problems;
	},
});

const isBlank = (code: number): boolean => code === 32 || code === 9;
