import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, wordMeant } from "../compose-refusals.ts";

export default composeRule({
	id: "value-not-allowed",
	category: "correctness",
	severity: "error",
	title: "A value is none of those that are allowed there",
	why: ["Some keys take one of a few words, and Compose refuses a file with any other."],
	fixes: { onRequest: "The word that is spelt much the same is written.", never: "None of the words is spelt much the same." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on:
				      db:
				        condition: healthy
				  db:
				    image: postgres:17
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on:
				      db:
				        condition: service_healthy
				  db:
				    image: postgres:17
			`,
		},
	],

	check: (file) => reportRefusals(file, "wrongEnum", (refused) => wordMeant(file, refused)),
});
