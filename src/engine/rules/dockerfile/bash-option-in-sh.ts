import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "bash-option-in-sh",
	peers: { shellcheck: ["SC3045", "SC3047", "SC3050"] },
	category: "correctness",
	severity: "warning",
	title: "An option that the shell's own command does not have",
	why: ["`read -a`, `export -f`, `trap … ERR` and `printf %q` are Bash's; elsewhere the command fails, or does something else."],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN echo a b | { read -a words; echo "$words"; }
			`,
			good: dockerfile`
				FROM debian:12
				RUN echo a b | { read -r words; echo "$words"; }
			`,
		},
	],
	needs: needsOf("option"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "option", everyShell)) {
			problems.push({ at, message: say`the command of \`${shell}\` does not know this` });
		}
		return problems;
	},
});
