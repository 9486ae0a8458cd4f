import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "watch-target-missing",
	category: "correctness",
	severity: "error",
	title: "What is watched has no place to go to",
	why: [
		"Where `develop.watch` synchronises files, it has to say into which folder of the container; Compose refuses the file without, and one that watches an empty path.",
	],
	fixes: { never: "Which folder is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build: .
				    develop:
				      watch:
				        - action: sync
				          path: ./src
			`,
			good: compose`
				services:
				  web:
				    build: .
				    develop:
				      watch:
				        - action: sync
				          path: ./src
				          target: /app/src
			`,
		},
	],

	check: (file) => reportRefusals(file, "watchTarget"),
});
