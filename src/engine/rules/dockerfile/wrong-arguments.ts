import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "wrong-arguments",
	peers: {
		dockerfilelint: ["required_params", "missing_args", "extra_args"],
		"dockerfile-utils": [
			"ARGUMENT_MISSING",
			"ARGUMENT_REQUIRES_ONE",
			"ARGUMENT_REQUIRES_AT_LEAST_ONE",
			"ARGUMENT_REQUIRES_TWO",
			"ARGUMENT_REQUIRES_AT_LEAST_TWO",
			"ARGUMENT_REQUIRES_ONE_OR_THREE",
			"HEALTHCHECK_CMD_ARGUMENT_MISSING",
			"SHELL_REQUIRES_ONE",
			"ARGUMENT_EXTRA",
			"ARGUMENT_UNNECESSARY",
			"UNKNOWN_TYPE",
		],
	},
	category: "correctness",
	severity: "error",
	title: "An instruction lacks arguments, or has too many",
	why: ["Docker reads all instructions before it begins to build, and refuses the file for one that has too few arguments, too many, or others than it takes."],
	fixes: {
		onRequest: "A single word behind the image of a `FROM` is meant as the stage's name, and `AS` is put before it.",
		never: "What is missing is for you to say.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY app
			`,
			good: dockerfile`
				FROM debian:12
				COPY app /app
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				HEALTHCHECK curl localhost
			`,
			good: dockerfile`
				FROM debian:12
				HEALTHCHECK CMD curl localhost
			`,
		},
	],

	needs: ["refused"],
	check: (file) => reportRefusals(file, "arguments"),
});
