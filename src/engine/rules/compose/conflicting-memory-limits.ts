import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "conflicting-memory-limits",
	category: "correctness",
	severity: "error",
	title: "A service has two different limits of memory",
	why: [
		"`mem_limit` and `deploy.resources.limits.memory` mean the same, and Compose refuses a file in which they differ or in which the second is missing beside others of its kind.",
	],
	fixes: { onRequest: "`mem_limit` is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    mem_limit: 512m
				    deploy:
				      resources:
				        limits:
				          memory: 1g
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      resources:
				        limits:
				          memory: 1g
			`,
		},
	],

	check: (file) => reportRefusals(file, "memLimit", ({ at }) => removed(file, at, say`Remove \`mem_limit\``)),
});
