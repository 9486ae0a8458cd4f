import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "double-equals-in-sh",
	peers: { shellcheck: ["SC3014"] },
	category: "correctness",
	severity: "warning",
	title: "`==` in a test of a shell that does not know it",
	why: [
		'The standard operator is `=`; some shells\' `[` says "unexpected operator" to `==` and fails.',
		'In a condition that failure counts as "no", so that the build goes on along the wrong branch.',
	],
	options: { everyShell },
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN if [ "$TARGETARCH" == "arm64" ]; then echo arm; fi
			`,
			good: dockerfile`
				FROM debian:12
				RUN if [ "$TARGETARCH" = "arm64" ]; then echo arm; fi
			`,
		},
	],
	needs: needsOf("double-equals"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, edits, shell } of bashismsIn(file, "double-equals", everyShell)) {
			problems.push({ at, message: say`the \`[\` of \`${shell}\` knows no \`==\``, ...(edits && { fix: { title: say`Use \`=\``, edits, safe: false } }) });
		}
		return problems;
	},
});
