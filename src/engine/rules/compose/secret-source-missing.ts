import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "secret-source-missing",
	category: "correctness",
	severity: "error",
	title: "A secret or config has no source",
	why: ["Compose has to know where the content comes from: a `file`, a variable of the `environment`, or for a config its `content`, unless it is `external`."],
	fixes: { never: "Where the content comes from, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets: [token]
				secrets:
				  token:
				    name: web-token
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets: [token]
				secrets:
				  token:
				    name: web-token
				    file: ./token
			`,
		},
	],

	check: (file) => reportRefusals(file, "secretSourceMissing"),
});
