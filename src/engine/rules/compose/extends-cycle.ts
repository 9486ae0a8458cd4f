import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "extends-cycle",
	category: "correctness",
	severity: "error",
	title: "A service extends itself, by way of others",
	why: ["Nobody can say what such a service is made of, and Compose refuses the file."],
	fixes: { never: "Which of them comes first, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    extends:
				      service: api
				  api:
				    extends:
				      service: web
			`,
			good: compose`
				services:
				  web:
				    extends:
				      service: api
				  api:
				    image: api:1
			`,
		},
	],

	check: (file) => reportRefusals(file, "extendsCycle"),
});
