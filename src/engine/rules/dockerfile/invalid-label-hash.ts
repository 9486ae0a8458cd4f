import { isGitHash } from "../../text/formats.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { judgedLabels, reportValues, variablesAsHadolint } from "../labels.ts";

export default dockerfileRule({
	id: "invalid-label-hash",
	peers: { hadolint: ["DL3055"] },
	category: "correctness",
	severity: "off",
	title: "A label for a commit holds something else",
	why: ["Who looks for the sources of an image by its label finds them by a commit of Git alone, of 7 or 40 digits; a branch has moved on by then."],
	fixes: {
		never: "Nobody knows which commit is meant.",
	},
	options: { labels: judgedLabels("org.opencontainers.image.revision", "org.label-schema.vcs-ref"), variables: variablesAsHadolint },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.revision="main"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.revision="4f2a9c1"
			`,
		},
	],

	needs: ["LABEL"],
	check: (file, { options: { labels: keys, variables } }) =>
		reportValues(file, {
			keys,
			variables,
			isRight: isGitHash,
			say: (key, value) => say`the label \`${key}\` holds no commit of Git, but \`${value}\``,
		}),
});
