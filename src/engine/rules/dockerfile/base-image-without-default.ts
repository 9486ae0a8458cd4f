import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportUngiven } from "../refusals.ts";

export default dockerfileRule({
	id: "base-image-without-default",
	peers: {
		buildkit: ["InvalidDefaultArgInFrom"],
		tally: ["buildkit/InvalidDefaultArgInFrom"],
		"dockerfile-utils": ["BASE_NAME_EMPTY"],
	},
	category: "practice",
	severity: "off",
	title: "Without an argument of the build there is no base image",
	why: ["Where an `ARG` without a default stands in `FROM`, Docker refuses the file for everybody who does not know which argument to give."],
	fixes: {
		never: "Which image to take by default is for you to decide.",
	},
	examples: [
		{
			bad: dockerfile`
				ARG TAG
				FROM debian:\${TAG}
			`,
			good: dockerfile`
				ARG TAG=12
				FROM debian:\${TAG}
			`,
		},
	],

	needs: ["refused"],
	check: (file) => reportUngiven(file),
});
