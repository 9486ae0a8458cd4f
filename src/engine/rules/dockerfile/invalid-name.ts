import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "invalid-name",
	peers: {
		"dockerfile-utils": ["INVALID_BUILD_STAGE_NAME", "INVALID_AS", "INVALID_REFERENCE_FORMAT", "BASE_NAME_EMPTY"],
	},
	category: "correctness",
	severity: "error",
	title: "An image or a stage cannot have that name",
	why: [
		"Names of images have no capitals, and stages are found by their names in small letters alone.",
		"Docker refuses the file for a name that nothing can have, and for one that is empty because nothing sets its variable.",
	],
	fixes: {
		onRequest: "The name of a stage above is meant.",
		never: "Any other name.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12 AS Base
				FROM Base
			`,
			good: dockerfile`
				FROM debian:12 AS Base
				FROM base
			`,
		},
	],

	needs: ["refused"],
	check: (file) => reportRefusals(file, "name"),
});
