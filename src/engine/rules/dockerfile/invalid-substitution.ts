import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "invalid-substitution",
	peers: {
		"dockerfile-utils": ["UNSUPPORTED_MODIFIER"],
	},
	category: "correctness",
	severity: "error",
	title: "Docker cannot replace the variables in a word",
	why: ["Docker replaces variables as a shell does, but knows only some of its forms, and refuses the file for the others and for quotes that are not closed."],
	fixes: {
		never: "How to come by the value is for you to decide.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ARG NAME=App
				ENV NAME=\${NAME,,}
			`,
			good: dockerfile`
				FROM debian:12
				ARG NAME=app
				ENV NAME=\${NAME}
			`,
		},
	],

	needs: ["refused"],
	check: (file) => reportRefusals(file, "substitution"),
});
