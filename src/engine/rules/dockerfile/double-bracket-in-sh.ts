import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "double-bracket-in-sh",
	peers: { shellcheck: ["SC3010"] },
	category: "correctness",
	severity: "warning",
	title: "`[[` in a shell that does not know it",
	why: [
		"`[[` is Bash's; to other shells it is a program that does not exist.",
		'In a condition that error counts as "no", so that the build goes on along the wrong branch.',
	],
	options: { everyShell },
	fixes: {
		onRequest: "It compares plain or quoted words with an operator that `[` knows, too.",
		never: "It uses what `[` does not have: patterns, `&&`, or words without quotes.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN if [[ -f /etc/app.conf ]]; then rm /etc/app.conf; fi
			`,
			good: dockerfile`
				FROM debian:12
				RUN if [ -f /etc/app.conf ]; then rm /etc/app.conf; fi
			`,
		},
	],
	needs: needsOf("double-bracket"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, edits, shell } of bashismsIn(file, "double-bracket", everyShell)) {
			problems.push({
				at,
				message: say`\`${shell}\` takes \`[[\` for a program that does not exist`,
				...(edits && { fix: { title: say`Use \`[\``, edits, safe: false } }),
			});
		}
		return problems;
	},
});
