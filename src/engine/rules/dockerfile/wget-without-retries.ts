import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { insertAfter } from "../../shell/calls.ts";
import { callsWithoutRetries } from "../../shell/retries.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "wget-without-retries",
	peers: { tally: ["tally/prefer-wget-config"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "wget gives up at the first failure",
	why: [
		"A server that refuses a connection while it restarts fails the whole build, and the next attempt begins with everything that is not cached.",
		"`wget` tries again after most failures, but gives up at once when a connection is refused.",
		"A `.wgetrc` in the image sets it for all calls; one that is there is taken for one that does.",
	],
	fixes: { onRequest: "Always; the finding is about the first call of a stage." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN wget -q https://example.com/app.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				RUN wget --retry-connrefused -q https://example.com/app.tar.gz
			`,
		},
	],
	needs: ["wget"],

	check(file) {
		const problems: Problem[] = [];
		for (const { word, command } of callsWithoutRetries(file, "wget")) {
			problems.push({
				at: word,
				message: say`\`wget\` does not try again when a download fails`,
				fix: { title: say`Add \`--retry-connrefused\``, edits: [insertAfter(command, word, "--retry-connrefused")], safe: false },
			});
		}
		return problems;
	},
});
