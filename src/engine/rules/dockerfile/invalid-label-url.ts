import { isUrl } from "../../text/formats.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { judgedLabels, reportValues, variablesAsHadolint } from "../labels.ts";

export default dockerfileRule({
	id: "invalid-label-url",
	peers: { hadolint: ["DL3052"] },
	category: "correctness",
	severity: "warning",
	title: "A label for a URL holds something else",
	why: ["Registries and update tools such as Renovate follow these labels to the sources and the notes of a release; without a scheme they lead nowhere."],
	fixes: {
		onRequest: "Only the scheme is missing.",
		never: "Nobody knows which URL is meant.",
	},
	options: {
		labels: judgedLabels("org.opencontainers.image.url", "org.opencontainers.image.documentation", "org.opencontainers.image.source"),
		variables: variablesAsHadolint,
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.source="github.com/jane/web"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.source="https://github.com/jane/web"
			`,
		},
	],

	needs: ["LABEL"],
	check: (file, { options: { labels: keys, variables } }) =>
		reportValues(file, {
			keys,
			variables,
			isRight: isUrl,
			say: (key, value) => say`the label \`${key}\` holds no URL, but \`${value}\``,
			meant: withScheme,
		}),
});

/** Of a host with a path, or of a repository as `git clone` takes it by SSH. */
function withScheme(value: string): string | undefined {
	const ssh = /^git@([\w.-]+):([\w./-]+?)(?:\.git)?$/.exec(value);
	if (ssh) return `https://${ssh[1]}/${ssh[2]}`;
	return /^(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/[\w./#?=&%~-]*)?$/i.test(value) ? `https://${value}` : undefined;
}
