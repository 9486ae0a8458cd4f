import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfOverridden, reportOverridden } from "../overridden.ts";

export default dockerfileRule({
	id: "overridden-cmd",
	peers: {
		hadolint: ["DL4003"],
		buildkit: ["MultipleInstructionsDisallowed"],
		tally: ["buildkit/MultipleInstructionsDisallowed"],
		trivy: ["DS-0016"],
		kics: ["41c195f4"],
		"dockerfile-utils": ["MULTIPLE_INSTRUCTIONS"],
	},
	category: "correctness",
	severity: "warning",
	title: "A stage has several `CMD`s, of which the last counts",
	why: [
		"An image has one command: of several in a stage the last counts, and the ones before are forgotten without a word.",
		"Who reads the file may take the wrong one for what the container runs; two programs need a script, or two containers.",
	],
	fixes: fixesOfOverridden,
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				CMD ["python", "-m", "http.server"]
				CMD ["python", "app.py"]
			`,
			good: dockerfile`
				FROM python:3.13
				CMD ["python", "app.py"]
			`,
		},
	],

	needs: ["CMD"],
	check: (file) => reportOverridden(file, "CMD", "DL4003"),
});
