import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-dotenv",
	category: "correctness",
	severity: "error",
	title: "A file of variables cannot be read",
	why: [
		"Compose reads `.env` beside the file, and what `env_file` names, before anything else, and refuses the project where a line of it is no variable with its value.",
	],
	fixes: { never: "The mistake stands in the other file." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file: bad.env
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file: good.env
			`,
			files: { "bad.env": "A B=1\n", "good.env": "A=1\n" },
		},
	],

	check: (file) => reportRefusals(file, "dotenv"),
});
