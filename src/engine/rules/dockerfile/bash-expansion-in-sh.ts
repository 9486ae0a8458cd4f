import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "bash-expansion-in-sh",
	peers: { shellcheck: ["SC3057", "SC3060", "SC3059", "SC3053"] },
	category: "correctness",
	severity: "warning",
	title: "A way to expand variables that the shell does not know",
	why: ['`${x/a/b}`, `${x:0:3}`, `${x^^}` and `${!x}` are Bash\'s; others say "Bad substitution" and stop.'],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN echo "\${VERSION//./_}"
			`,
			good: dockerfile`
				FROM debian:12
				RUN echo "$VERSION" | tr . _
			`,
		},
	],
	needs: needsOf("expansion"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "expansion", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` knows no such expansion` });
		}
		return problems;
	},
});
