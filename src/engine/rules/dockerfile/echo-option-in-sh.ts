import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "echo-option-in-sh",
	peers: { shellcheck: ["SC3037"] },
	category: "correctness",
	severity: "warning",
	title: "`echo` prints its option",
	why: [
		"In some shells `echo` knows no `-e`, and prints it: the file begins with `-e`.",
		"Such shells expand backslashes without being asked, so that leaving the option out does what was meant; `printf` is the same everywhere.",
	],
	options: { everyShell },
	fixes: { onRequest: "The option is about backslashes that are expanded anyway.", never: "It asks for backslashes to stay, which such shells cannot do." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN echo -e "a\nb" > /etc/app.conf
			`,
			good: dockerfile`
				FROM debian:12
				RUN echo "a\nb" > /etc/app.conf
			`,
		},
	],
	needs: needsOf("echo-option"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, edits, shell } of bashismsIn(file, "echo-option", everyShell)) {
			problems.push({
				at,
				message: say`the \`echo\` of \`${shell}\` prints this option`,
				...(edits && { fix: { title: say`Leave it out`, edits, safe: false } }),
			});
		}
		return problems;
	},
});
