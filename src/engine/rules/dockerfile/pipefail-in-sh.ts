import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bashismsIn, needsOf } from "../../shell/bashisms.ts";
import { say } from "../../text/message.ts";
import { everyShell } from "../every-shell.ts";

export default dockerfileRule({
	id: "pipefail-in-sh",
	peers: { shellcheck: ["SC3040"] },
	category: "correctness",
	severity: "warning",
	title: "`pipefail` in a shell that does not know it",
	why: [
		'Debian\'s `sh` stops with "Illegal option" at `set -o pipefail`, and the build with it.',
		'`SHELL ["/bin/bash", "-o", "pipefail", "-c"]` sets it in a shell that knows it.',
	],
	options: { everyShell },
	fixes: { never: "How to do without depends on what the script is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN set -o pipefail && wget -qO- https://example.com/a | tar -x
			`,
			good: dockerfile`
				FROM debian:12
				SHELL ["/bin/bash", "-o", "pipefail", "-c"]
				RUN wget -qO- https://example.com/a | tar -x
			`,
		},
	],
	needs: needsOf("pipefail"),

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { at, shell } of bashismsIn(file, "pipefail", everyShell)) {
			problems.push({ at, message: say`\`${shell}\` has no option \`pipefail\`` });
		}
		return problems;
	},
});
