import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "here-string-in-sh",
	peers: { shellcheck: ["SC3011"] },
	category: "correctness",
	severity: "warning",
	title: "`<<<` in a shell that does not know it",
	why: ["A shell that has no here strings takes `<<<` for a mistake and runs nothing at all.", "A pipe from `printf` does the same everywhere."],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN cat <<< "$NAME"
			`,
			good: dockerfile`
				FROM debian:12
				RUN printf '%s\n' "$NAME" | cat
			`,
		},
	],
	needs: needsOf("here-string"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "here-string", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` knows no \`<<<\`` });
		}
		return problems;
	},
});
