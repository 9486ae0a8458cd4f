import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "root-not-mapping",
	category: "correctness",
	severity: "error",
	title: "The file holds no mapping",
	why: ["A Compose file is a mapping with `services` and other sections in it, and Compose refuses one that is a list or a text."],
	fixes: { never: "What is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				- web:
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check: (file) => reportRefusals(file, "rootNotMapping"),
});
