import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { itemRemoved, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "duplicate-mount-target",
	category: "correctness",
	severity: "error",
	title: "Two things are mounted at the same place",
	why: ["The second would hide the first, and Compose refuses the file."],
	fixes: { onRequest: "The second of them is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    tmpfs:
				      - /cache
				      - /cache:size=64m
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    tmpfs:
				      - /cache
			`,
		},
	],

	check: (file) => reportRefusals(file, "mountTarget", ({ at }) => itemRemoved(file, at, say`Remove the second`)),
});
