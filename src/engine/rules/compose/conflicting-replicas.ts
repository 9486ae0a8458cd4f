import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "conflicting-replicas",
	category: "correctness",
	severity: "error",
	title: "A service has two different numbers of containers",
	why: ["`scale` and `deploy.replicas` mean the same, and Compose refuses a file in which they differ."],
	fixes: { onRequest: "`scale` is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    scale: 2
				    deploy:
				      replicas: 3
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      replicas: 3
			`,
		},
	],

	check: (file) => reportRefusals(file, "scale", ({ at }) => removed(file, at, say`Remove \`scale\``)),
});
