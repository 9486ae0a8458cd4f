import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "process-substitution-in-sh",
	peers: { shellcheck: ["SC3001"] },
	category: "correctness",
	severity: "warning",
	title: "`<(…)` in a shell that does not know it",
	why: [
		"Where the shell does not know it, it is a mistake, and nothing of the script runs.",
		"`bash -c` or `SHELL` runs the script in a shell that knows it; a pipe or a file does without.",
	],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN bash -s < <(wget -qO- https://example.com/a)
			`,
			good: dockerfile`
				FROM debian:12
				RUN wget -qO- https://example.com/a | bash -s
			`,
		},
	],
	needs: needsOf("process-substitution"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "process-substitution", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` knows no process substitution` });
		}
		return problems;
	},
});
