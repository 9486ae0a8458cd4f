import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "bash-builtin-in-sh",
	peers: { shellcheck: ["SC3044", "SC3039"] },
	category: "correctness",
	severity: "warning",
	title: "A command of Bash in another shell",
	why: ["`pushd`, `declare`, `shopt` and the like are part of Bash, and no programs: to other shells they do not exist."],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN pushd /app && make
			`,
			good: dockerfile`
				FROM debian:12
				RUN cd /app && make
			`,
		},
	],
	needs: needsOf("builtin"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "builtin", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` has no command of this name` });
		}
		return problems;
	},
});
