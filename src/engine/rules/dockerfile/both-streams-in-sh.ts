import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "both-streams-in-sh",
	peers: { shellcheck: ["SC3020"] },
	category: "correctness",
	severity: "warning",
	title: "`&>` in a shell that does not know it",
	why: [
		"To a shell that does not know `&>`, the `&` puts the command into the background, and `>` empties the file.",
		"The build goes on while the command still runs, and never learns whether it has failed.",
	],
	options: { everyShell },
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN make &> /tmp/log
			`,
			good: dockerfile`
				FROM debian:12
				RUN make > /tmp/log 2>&1
			`,
		},
	],
	needs: needsOf("both-streams"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, edits, shell } of bashismsIn(file, "both-streams", everyShell)) {
			problems.push({
				at,
				message: say`\`${shell}\` puts the command into the background here`,
				...(edits && { fix: { title: say`Redirect both streams`, edits, safe: false } }),
			});
		}
		return problems;
	},
});
