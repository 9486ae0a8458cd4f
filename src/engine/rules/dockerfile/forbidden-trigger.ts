import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "forbidden-trigger",
	peers: {
		hadolint: ["DL3043"],
		tally: ["hadolint/DL3043"],
		"dockerfile-utils": ["ONBUILD_CHAINING_DISALLOWED", "ONBUILD_TRIGGER_DISALLOWED"],
	},
	category: "correctness",
	severity: "error",
	title: "ONBUILD cannot put that off",
	why: [
		"`ONBUILD` leaves an instruction to the builds on top of the image, and Docker refuses it for `FROM`, `MAINTAINER` and another `ONBUILD`.",
		"Where a stage of the same file builds on it, Docker refuses the file for a trigger with an error in it, too.",
	],
	fixes: {
		never: "What is meant is for you to say.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ONBUILD ONBUILD RUN make
			`,
			good: dockerfile`
				FROM debian:12
				ONBUILD RUN make
			`,
		},
	],

	needs: ["refused"],
	check: (file) => reportRefusals(file, "trigger"),
});
