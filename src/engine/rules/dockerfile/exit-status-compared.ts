import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { statusTestsIn } from "../../shell/status-tests.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "exit-status-compared",
	peers: { shellcheck: [{ id: "SC2181", severity: "info" }] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "`$?` is compared with zero",
	why: [
		"`if command` asks for the status by itself; `$?` is that of the last command only as long as nobody puts another in between.",
		"With `set -e` the script has ended before `$?` is looked at.",
	],
	fixes: {
		onRequest: "An `if` that asks for nothing else stands right behind the command.",
		never: "There is more to the condition, or something in between.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN make; if [ $? -ne 0 ]; then exit 1; fi
			`,
			good: dockerfile`
				FROM debian:12
				RUN if ! make; then exit 1; fi
			`,
		},
	],
	needs: ["$?"],

	check(file) {
		const problems: Problem[] = [];
		for (const { at, edits } of statusTestsIn(file))
			problems.push({
				at,
				message: say`the command can be asked itself, without \`$?\``,
				...(edits && { fix: { title: say`Ask the command`, edits, safe: false } }),
			});
		return problems;
	},
});
