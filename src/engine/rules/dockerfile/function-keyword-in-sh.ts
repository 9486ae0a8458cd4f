import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "function-keyword-in-sh",
	peers: { shellcheck: ["SC2112", "SC2113"] },
	category: "correctness",
	severity: "warning",
	title: "`function` in a shell that does not know it",
	why: [
		"A function is written `name() { … }` everywhere; where the shell does not know the word `function`, it takes it for a program, or stops at the parentheses.",
	],
	options: { everyShell },
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN function fetch { wget "$1"; }; fetch https://example.com/a
			`,
			good: dockerfile`
				FROM debian:12
				RUN fetch() { wget "$1"; }; fetch https://example.com/a
			`,
		},
	],
	needs: needsOf("function-keyword"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, edits, shell } of bashismsIn(file, "function-keyword", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` knows no \`function\``, ...(edits && { fix: { title: say`Remove the word`, edits, safe: false } }) });
		}
		return problems;
	},
});
