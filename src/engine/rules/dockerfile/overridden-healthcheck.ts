import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfOverridden, reportOverridden } from "../overridden.ts";

export default dockerfileRule({
	id: "overridden-healthcheck",
	peers: {
		hadolint: [{ id: "DL3012", severity: "error" }],
		buildkit: ["MultipleInstructionsDisallowed"],
		tally: ["buildkit/MultipleInstructionsDisallowed"],
		trivy: ["DS-0023"],
		"dockerfile-utils": ["MULTIPLE_INSTRUCTIONS"],
	},
	category: "correctness",
	severity: "warning",
	title: "A stage has several `HEALTHCHECK`s, of which the last counts",
	why: [
		"An image has one health check: of several in a stage the last counts, and what the ones before would have found goes unnoticed.",
		"Two things to be checked can be joined by `&&` in one command.",
	],
	fixes: fixesOfOverridden,
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				HEALTHCHECK CMD ["python", "check.py"]
				HEALTHCHECK --interval=5m CMD ["python", "check.py"]
			`,
			good: dockerfile`
				FROM python:3.13
				HEALTHCHECK --interval=5m CMD ["python", "check.py"]
			`,
		},
	],

	needs: ["HEALTHCHECK"],
	check: (file) => reportOverridden(file, "HEALTHCHECK", "DL3012"),
});
