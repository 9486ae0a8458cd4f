import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { insertAfter } from "../../shell/calls.ts";
import { callsWithoutRetries } from "../../shell/retries.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "curl-without-retries",
	peers: { tally: ["tally/prefer-curl-config"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "curl gives up at the first failure",
	why: [
		"A mirror that is busy for a second, or a name server that does not answer, fails the whole build, and the next attempt begins with everything that is not cached.",
		"`curl` tries once; with `--retry` it tries again after what passes.",
		"A `.curlrc` in the image sets it for all calls; one that is there is taken for one that does.",
	],
	fixes: { onRequest: "Always; the finding is about the first call of a stage." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN curl -fsSLO https://example.com/app.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				RUN curl --retry 5 -fsSLO https://example.com/app.tar.gz
			`,
		},
	],
	needs: ["curl"],

	check(file) {
		const problems: Problem[] = [];
		for (const { word, command } of callsWithoutRetries(file, "curl")) {
			problems.push({
				at: word,
				message: say`\`curl\` does not try again when a download fails`,
				fix: { title: say`Add \`--retry 5\``, edits: [insertAfter(command, word, "--retry 5")], safe: false },
			});
		}
		return problems;
	},
});
