import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { insert } from "../../text/text.ts";
import { say } from "../../text/message.ts";
import { lineBreakIn } from "../../text/line-break.ts";

export default dockerfileRule({
	id: "missing-final-newline",
	peers: { tally: ["tally/eol-last"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "The last line has no line end",
	why: ["What is appended to the file lands on its last line, and comparisons show that line as changed."],
	fixes: { safely: "A line end is put there, of the kind that the file has.", never: "The last instruction is wrong in itself." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`.trimEnd(),
			good: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
		},
	],

	check({ text, instructions }) {
		if (text.endsWith("\n") || text.slice(text.lastIndexOf("\n") + 1).trim() === "") return [];
		const end = text.length;
		const fix = { title: say`End the line`, edits: [insert(end, lineBreakIn(text))], safe: true };
		return [{ at: { start: end - 1, end }, message: say`the file ends without a line end`, ...(!instructions.at(-1)?.error && { fix }) }];
	},
});
