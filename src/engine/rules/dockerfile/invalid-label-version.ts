import { isSemver } from "../../text/formats.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { judgedLabels, reportValues, variablesAsHadolint } from "../labels.ts";

export default dockerfileRule({
	id: "invalid-label-version",
	peers: { hadolint: ["DL3056"] },
	category: "correctness",
	severity: "off",
	title: "A label for a version is not written as Semantic Versioning has it",
	why: ["Tools that compare versions can tell the later of two only where both have three numbers."],
	fixes: {
		onRequest: "There is a `v` before it, or numbers at its end are missing.",
		never: "The value is no version.",
	},
	options: { labels: judgedLabels("org.opencontainers.image.version", "org.label-schema.version"), variables: variablesAsHadolint },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.version="v1.2.0"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.version="1.2.0"
			`,
		},
	],

	needs: ["LABEL"],
	check: (file, { options: { labels: keys, variables } }) =>
		reportValues(file, {
			keys,
			variables,
			isRight: isSemver,
			say: (key, value) => say`the label \`${key}\` holds no version such as \`1.2.3\`, but \`${value}\``,
			meant: asSemver,
		}),
});

function asSemver(value: string): string | undefined {
	const [, numbers, rest = ""] = /^v?(\d+(?:\.\d+){0,2})([-+].*)?$/i.exec(value) ?? [];
	const version = numbers && `${numbers}${".0".repeat(3 - numbers.split(".").length)}${rest}`;
	return version && isSemver(version) ? version : undefined;
}
