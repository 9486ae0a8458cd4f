import { isRfc3339 } from "../../text/formats.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { judgedLabels, reportValues, variablesAsHadolint } from "../labels.ts";

export default dockerfileRule({
	id: "invalid-label-time",
	peers: { hadolint: ["DL3053"] },
	category: "correctness",
	severity: "warning",
	title: "A label for a time is not written as RFC 3339 has it",
	why: ["The OCI image specification has times as RFC 3339 writes them, `2026-01-31T12:00:00Z`; tools that sort or show images by them read nothing else."],
	fixes: {
		onRequest: "The day, or the day and the time, are there; UTC is assumed.",
		never: "The value is no time.",
	},
	options: { labels: judgedLabels("org.opencontainers.image.created"), variables: variablesAsHadolint },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.created="2026-01-31"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.created="2026-01-31T00:00:00Z"
			`,
		},
	],

	needs: ["LABEL"],
	check: (file, { options: { labels: keys, variables } }) =>
		reportValues(file, {
			keys,
			variables,
			isRight: isRfc3339,
			say: (key, value) => say`the label \`${key}\` holds no time as RFC 3339 writes it, but \`${value}\``,
			meant: asRfc3339,
		}),
});

function asRfc3339(value: string): string | undefined {
	const [, day, time = "00:00:00"] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d(?:\.\d+)?))?$/.exec(value) ?? [];
	const time3339 = `${day}T${time}Z`;
	return isRfc3339(time3339) ? time3339 : undefined;
}
