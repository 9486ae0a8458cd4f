import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "array-in-sh",
	peers: { shellcheck: ["SC3030", "SC3054"] },
	category: "correctness",
	severity: "warning",
	title: "An array in a shell that has none",
	why: ["Bash's arrays are a mistake to a shell that has none, which then runs nothing of the script."],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN files=(a b) && touch "\${files[@]}"
			`,
			good: dockerfile`
				FROM debian:12
				RUN touch a b
			`,
		},
	],
	needs: needsOf("array"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "array", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` has no arrays` });
		}
		return problems;
	},
});
