import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "include-missing",
	category: "correctness",
	severity: "error",
	title: "A file that is included does not exist",
	why: ["Compose refuses a project of which a file is missing."],
	fixes: { never: "Which file is meant, only who wrote this one knows." },
	examples: [
		{
			bad: compose`
				include:
				  - databse.yaml
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				include:
				  - database.yaml
				services:
				  web:
				    image: nginx:1.27
			`,
			files: { "database.yaml": "services:\n  db:\n    image: postgres:17\n" },
		},
	],

	check: (file) => reportRefusals(file, "includeMissing"),
});
