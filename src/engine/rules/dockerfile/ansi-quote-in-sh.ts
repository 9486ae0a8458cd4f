import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "ansi-quote-in-sh",
	peers: { shellcheck: ["SC3003"] },
	category: "correctness",
	severity: "warning",
	title: "`$'…'` in a shell that does not know it",
	why: ["Where the shell does not know it, the dollar stays in the word, and so do the backslashes."],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN printf $'a\nb' > /etc/app.conf
			`,
			good: dockerfile`
				FROM debian:12
				RUN printf 'a\nb' > /etc/app.conf
			`,
		},
	],
	needs: needsOf("ansi-quote"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "ansi-quote", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` keeps the dollar and the backslashes` });
		}
		return problems;
	},
});
