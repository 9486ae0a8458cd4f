import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "arithmetic-command-in-sh",
	peers: { shellcheck: ["SC3006", "SC3005"] },
	category: "correctness",
	severity: "warning",
	title: "`((…))` in a shell that does not know it",
	why: ["Only `$((…))` is part of every shell; `((…))` starts two subshells and a program that does not exist, and `for ((…))` is a mistake."],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN for ((i = 0; i < 3; i++)); do touch "$i"; done
			`,
			good: dockerfile`
				FROM debian:12
				RUN for i in 0 1 2; do touch "$i"; done
			`,
		},
	],
	needs: needsOf("arithmetic-command"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "arithmetic-command", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` knows no \`((\`` });
		}
		return problems;
	},
});
