import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "include-cycle",
	category: "correctness",
	severity: "error",
	title: "A file includes itself, by way of others",
	why: ["Compose would never be done with such files, and refuses them."],
	fixes: { never: "Which of the files is to include the other, only who wrote them knows." },
	examples: [
		{
			bad: compose`
				include:
				  - compose.yaml
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check: (file) => reportRefusals(file, "includeCycle"),
});
