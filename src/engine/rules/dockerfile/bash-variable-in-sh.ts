import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "bash-variable-in-sh",
	peers: { shellcheck: ["SC3028"] },
	category: "correctness",
	severity: "warning",
	title: "A variable that only Bash sets",
	why: ["`$RANDOM`, `$UID`, `$OSTYPE` and the like are set by Bash alone; in other shells they are empty."],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN chown "$UID" /app
			`,
			good: dockerfile`
				FROM debian:12
				RUN chown "$(id -u)" /app
			`,
		},
	],
	needs: ["RANDOM", "UID", "BASH", "SECONDS", "OSTYPE", "HOSTTYPE", "MACHTYPE", "PIPESTATUS"],

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "variable", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` does not set this variable` });
		}
		return problems;
	},
});
