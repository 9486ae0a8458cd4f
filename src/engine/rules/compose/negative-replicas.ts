import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "negative-replicas",
	category: "correctness",
	severity: "error",
	title: "A service is to have fewer than no containers",
	why: ["Compose refuses a number of containers below 0."],
	fixes: { never: "How many are meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      replicas: -1
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      replicas: 1
			`,
		},
	],

	check: (file) => reportRefusals(file, "negativeReplicas"),
});
