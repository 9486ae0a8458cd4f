import { dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { Lines } from "../../text/text.ts";

export default dockerfileRule({
	id: "long-file",
	peers: { tally: ["tally/max-lines"] },
	category: "style",
	severity: "off",
	title: "The file is long",
	why: [
		"A Dockerfile that does not fit on a screen or two mostly builds several things: scripts of their own, or several stages or files, are easier to read and to test.",
	],
	fixes: { never: "What to take out is for you to decide." },
	options: {
		lines: { default: 150, description: "How many lines a file may have. Empty lines and comments do not count." },
	},
	examples: [
		{
			bad: `FROM debian:12\n${Array.from({ length: 150 }, () => "STOPSIGNAL SIGTERM\n").join("")}`,
			good: `FROM debian:12\n${Array.from({ length: 149 }, () => "STOPSIGNAL SIGTERM\n").join("")}`,
		},
	],

	check({ text, comments }, { options: { lines: most } }) {
		const problems: Problem[] = [];
		// So short a text has no more lines, whatever is in them.
		if (text.length <= most * 2) return problems;
		const lines = new Lines(text);
		const commented = new Set(comments.map(({ line }) => line - 1));
		let count = 0;
		for (let line = 0; line < lines.starts.length; line++) {
			const { start, end } = lines.lineRange(line);
			if (commented.has(line) || text.slice(start, end).trim() === "") continue;
			if (++count <= most) continue;
			problems.push({ at: { start, end }, message: say`from here on the file has more than ${most} lines` });
			return problems;
		}
		return problems;
	},
});
