import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfOverridden, reportOverridden } from "../overridden.ts";

export default dockerfileRule({
	id: "overridden-entrypoint",
	peers: {
		hadolint: [{ id: "DL4004", severity: "error" }],
		buildkit: ["MultipleInstructionsDisallowed"],
		tally: ["buildkit/MultipleInstructionsDisallowed"],
		trivy: ["DS-0007"],
		kics: ["6938958b"],
		semgrep: ["multiple-entrypoint-instructions"],
		"dockerfile-utils": ["MULTIPLE_INSTRUCTIONS"],
	},
	category: "correctness",
	severity: "warning",
	title: "A stage has several `ENTRYPOINT`s, of which the last counts",
	why: [
		"An image has one entry point: of several in a stage the last counts, and the ones before are forgotten without a word.",
		"Who reads the file may take the wrong one for what the container starts; what was meant to come before the program needs a script.",
	],
	fixes: fixesOfOverridden,
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				ENTRYPOINT ["python", "-m", "http.server"]
				ENTRYPOINT ["python", "app.py"]
			`,
			good: dockerfile`
				FROM python:3.13
				ENTRYPOINT ["python", "app.py"]
			`,
		},
	],

	needs: ["ENTRYPOINT"],
	check: (file) => reportOverridden(file, "ENTRYPOINT", "DL4004"),
});
