import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "impossible-stage-reference",
	peers: {
		hadolint: ["DL3023"],
		tally: ["tally/circular-stage-deps", "hadolint/DL3023"],
		trivy: ["DS-0006"],
		kics: ["cdddb86f"],
	},
	category: "correctness",
	severity: "error",
	title: "A stage takes files from where it cannot",
	why: [
		"A stage takes files from a stage above it, not from itself, from one below, or from one that takes files from it.",
		"Docker looks for the name as it is written: variables are not replaced in it.",
	],
	fixes: {
		never: "Which stage is meant is for you to say.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12 AS app
				COPY --from=app /bin/tool /usr/bin/tool
			`,
			good: dockerfile`
				FROM debian:12 AS tools
				FROM debian:12 AS app
				COPY --from=tools /bin/tool /usr/bin/tool
			`,
		},
	],

	check: (file) => reportRefusals(file, "stage"),
});
