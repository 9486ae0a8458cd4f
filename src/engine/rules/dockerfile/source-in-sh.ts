import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "source-in-sh",
	peers: { shellcheck: ["SC3046"] },
	category: "correctness",
	severity: "warning",
	title: "`source` in a shell that does not know it",
	why: ["The standard command is `.`; `source` is another name for it in Bash and some others, and a program that does not exist in the rest."],
	options: { everyShell },
	fixes: { onRequest: "The file is named by a path.", never: "The file is looked for in other places than by `source`." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN source /etc/os-release && echo "$ID"
			`,
			good: dockerfile`
				FROM debian:12
				RUN . /etc/os-release && echo "$ID"
			`,
		},
	],
	needs: needsOf("source"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, edits, shell } of bashismsIn(file, "source", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` has no \`source\`, but \`.\``, ...(edits && { fix: { title: say`Use \`.\``, edits, safe: false } }) });
		}
		return problems;
	},
});
