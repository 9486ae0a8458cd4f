import { instructionsOf } from "../../dockerfile/instructions.ts";
import { isUnneededFile } from "../../dockerfile/private-files.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { sourcesOf } from "../../dockerfile/sources.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "unneeded-file-copied",
	peers: { dockle: ["DKL-LI-0003"] },
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "The image gets what only its developers need",
	why: [
		"A repository's history, an editor's settings and caches make the image larger, change its layers for nothing, and tell strangers more than they need to know.",
	],
	fixes: {
		onRequest: "Other files are copied beside it; something may read it.",
		never: "Nothing else is copied there.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY app .vscode /app/
			`,
			good: dockerfile`
				FROM debian:12
				COPY app /app/
			`,
		},
	],

	needs: ["COPY", "ADD"],
	check(file) {
		const problems: Problem[] = [];
		for (const keyword of ["COPY", "ADD"]) {
			for (const instruction of instructionsOf(file, keyword)) {
				const sources = sourcesOf(file, instruction);
				// What is surely there lets patterns beside it fit nothing.
				if (sources.some(({ value = "" }) => /[*?[]/.test(value))) continue;
				for (const [index, { word, value, kind }] of sources.entries()) {
					if (
						kind !== "file" ||
						value === undefined ||
						!isUnneededFile(value) ||
						!isShipped(file, instruction) ||
						instruction.flags.some(({ name }) => name === "from")
					)
						continue;
					const problem = { at: word, message: say`\`${value}\` is of use only where the image is made` };
					const next = instruction.args[index + 1];
					const edits = sources.length > 1 && next ? [remove({ start: word.start, end: next.start })] : [];
					problems.push(edits.length > 0 ? { ...problem, fix: { title: say`Do not copy \`${value}\``, edits, safe: false } } : problem);
				}
			}
		}
		return problems;
	},
});
