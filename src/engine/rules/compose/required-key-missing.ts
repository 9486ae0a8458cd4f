import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "required-key-missing",
	category: "correctness",
	severity: "error",
	title: "A key is missing that has to be there",
	why: ["Compose refuses a file in which something lacks a key that it cannot do without."],
	fixes: { never: "What is to stand there, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - published: "8080"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - published: "8080"
				        target: 80
			`,
		},
	],

	check: (file) => reportRefusals(file, "missingKey"),
});
