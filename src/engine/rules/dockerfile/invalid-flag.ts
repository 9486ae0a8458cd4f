import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "invalid-flag",
	peers: {
		hadolint: ["DL1000"],
		dockerfilelint: ["invalid_format", "healthcheck_options_missing_args"],
		"dockerfile-utils": [
			"UNKNOWN_ADD_FLAG",
			"UNKNOWN_COPY_FLAG",
			"UNKNOWN_FROM_FLAG",
			"UNKNOWN_HEALTHCHECK_FLAG",
			"FLAG_DUPLICATE",
			"FLAG_MISSING_VALUE",
			"FLAG_INVALID_FROM_VALUE",
			"FLAG_EXPECTED_BOOLEAN_VALUE",
			"FLAG_MISSING_DURATION",
			"FLAG_INVALID_DURATION",
			"FLAG_UNKNOWN_UNIT",
			"FLAG_LESS_THAN_1MS",
			"FLAG_AT_LEAST_ONE",
			"UNKNOWN_TYPE",
		],
	},
	category: "correctness",
	severity: "error",
	title: "Docker does not know the flag, or its value",
	why: [
		"Docker refuses the file for a flag that the instruction does not have, for one without its value or with one that it cannot have, and for a mount with keys that do not fit its type.",
	],
	fixes: {
		onRequest: "It is plain what was meant, as with a misspelt flag, or where a blank stands for the `=`.",
		never: "It is not plain what was meant.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY --form=builder /app /app
			`,
			good: dockerfile`
				FROM debian:12
				COPY --from=builder /app /app
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				RUN --mount=type=cache,taget=/var/cache/apt apt-get update
			`,
			good: dockerfile`
				FROM debian:12
				RUN --mount=type=cache,target=/var/cache/apt apt-get update
			`,
		},
	],

	needs: ["refused"],
	check: (file) => reportRefusals(file, "flag"),
});
