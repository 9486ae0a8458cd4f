import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "append-assignment-in-sh",
	peers: { shellcheck: ["SC3024"] },
	category: "correctness",
	severity: "warning",
	title: "`+=` in a shell that does not know it",
	why: ["Where the shell does not know it, `name+=value` is a program that does not exist, and the variable stays as it is."],
	options: { everyShell },
	fixes: { onRequest: "It is one word.", never: "It is an array." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN flags=-O2; flags+=" -g"; make CFLAGS="$flags"
			`,
			good: dockerfile`
				FROM debian:12
				RUN flags=-O2; flags=\${flags}" -g"; make CFLAGS="$flags"
			`,
		},
	],
	needs: needsOf("append"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, edits, shell } of bashismsIn(file, "append", everyShell)) {
			problems.push({
				at,
				message: say`\`${shell}\` takes this for a program that does not exist`,
				...(edits && { fix: { title: say`Write it out`, edits, safe: false } }),
			});
		}
		return problems;
	},
});
