import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "yaml-duplicate-key",
	category: "correctness",
	severity: "error",
	title: "A key is set twice in one mapping",
	why: ["Other tools take the last of the two without a word. Compose refuses the file, for nobody can say which was meant."],
	fixes: { never: "Which of the two is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    image: nginx:1.28
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.28
			`,
		},
	],

	check: (file) => reportRefusals(file, "repeatedKey"),
});
