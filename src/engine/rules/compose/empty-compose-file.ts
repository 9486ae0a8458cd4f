import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "empty-compose-file",
	category: "correctness",
	severity: "error",
	title: "The file says nothing",
	why: ["Compose refuses a file in which there is nothing but comments."],
	fixes: { never: "What is to stand in it, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				{}
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check: (file) => reportRefusals(file, "emptyFile"),
});
