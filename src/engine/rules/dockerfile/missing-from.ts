import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "missing-from",
	peers: {
		hadolint: ["DL3061"],
		tally: ["tally/require-stages", "hadolint/DL3061"],
		dockerfilelint: ["from_first"],
		"dockerfile-utils": ["NO_SOURCE_IMAGE"],
	},
	category: "correctness",
	severity: "error",
	title: "The file does not begin with FROM",
	why: [
		"Every instruction changes the image that `FROM` begins with, so that Docker refuses what stands before the first `FROM`, and a file without one.",
		"Only `ARG` may stand there, for what `FROM` itself uses.",
	],
	fixes: {
		never: "Which image to begin with is for you to decide.",
	},
	examples: [
		{
			bad: dockerfile`
				RUN apt-get update
				FROM debian:12
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update
			`,
		},
	],

	check: (file) => reportRefusals(file, "from"),
});
