import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "incompatible-merge",
	category: "correctness",
	severity: "error",
	title: "A value cannot be merged over the one below it",
	why: [
		"Where several files, `extends` or `include` say the same key, lists are put one after the other and mappings are merged by their entries; a list and a mapping do not go together, and Compose refuses the project.",
	],
	fixes: { never: "Which of the two forms is meant, only who wrote the files knows." },
	examples: [
		{
			bad: compose`
				services:
				  base:
				    image: nginx:1.27
				    ports: ["8080:80"]
				  web:
				    extends:
				      service: base
				    ports:
				      published: 8080
				      target: 80
			`,
			good: compose`
				services:
				  base:
				    image: nginx:1.27
				    ports: ["8080:80"]
				  web:
				    extends:
				      service: base
				    ports:
				      - published: 8081
				        target: 80
			`,
		},
	],

	check: (file) => reportRefusals(file, "mergeConflict"),
});
