import { keywords } from "../../dockerfile/instruction.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "inconsistent-indentation",
	peers: { tally: ["tally/consistent-indentation"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "An instruction is indented as others are not",
	why: ["Instructions stand at the beginning of their lines; one that does not looks like the continuation of the one above it."],
	fixes: { safely: "The instruction's first line moves; what belongs to it stays where it is." },
	options: { indent: { default: "", description: "What stands before the instructions of a stage in a file of several, such as a tab." } },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				  RUN make
			`,
			good: dockerfile`
				FROM debian:12
				RUN make
			`,
		},
	],

	check(file, { options: { indent } }) {
		const problems: Problem[] = [];
		const { text, instructions } = file;
		const first = indent !== "" && stagesOf(file).length > 1 ? (stagesOf(file)[0]?.from.range.start ?? 0) : Infinity;
		for (const { keyword, range, keywordRange } of instructions) {
			const start = Math.max(text.lastIndexOf("\n", range.start - 1) + 1, text.startsWith("\uFEFF") ? 1 : 0);
			const wanted = keyword === "FROM" || range.start < first ? "" : indent;
			const own = text.slice(start, range.start);
			if (own === wanted || own.trim() !== "" || !keywords.has(keyword)) continue;
			const at = own === "" ? keywordRange : { start, end: range.start };
			problems.push({
				at,
				message: wanted === "" ? say`this \`${keyword}\` is indented` : say`this \`${keyword}\` is not indented as the option has it`,
				fix: { title: wanted === "" ? say`Take the indentation away` : say`Indent it`, edits: [replace({ start, end: range.start }, wanted)], safe: true },
			});
		}
		return problems;
	},
});
