import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "brace-expansion-in-sh",
	peers: { shellcheck: ["SC3009"] },
	category: "correctness",
	severity: "warning",
	title: "Braces in a shell that does not expand them",
	why: [
		"Only some shells make several words of `{a,b}`; to others it is a name like any other.",
		"`mkdir` then makes one directory that is called `{a,b}`, and nothing fails until somebody looks for `a`.",
	],
	options: { everyShell },
	fixes: { onRequest: "The word holds one pair of braces and no quotes.", never: "There is more to the word." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN mkdir -p /app/{bin,lib}
			`,
			good: dockerfile`
				FROM debian:12
				RUN mkdir -p /app/bin /app/lib
			`,
		},
	],
	needs: needsOf("brace-expansion"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, edits, shell } of bashismsIn(file, "brace-expansion", everyShell)) {
			problems.push({
				at,
				message: say`\`${shell}\` does not expand braces: this is one name`,
				...(edits && { fix: { title: say`Write the words out`, edits, safe: false } }),
			});
		}
		return problems;
	},
});
