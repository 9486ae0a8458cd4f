import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "conflicting-cpu-limits",
	category: "correctness",
	severity: "error",
	title: "A service has two different limits of CPU",
	why: [
		"`cpus` and `deploy.resources.limits.cpus` mean the same, and Compose refuses a file in which they differ or in which the second is missing beside others of its kind.",
	],
	fixes: { onRequest: "`cpus` is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    cpus: 1.5
				    deploy:
				      resources:
				        limits:
				          cpus: "2"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      resources:
				        limits:
				          cpus: "2"
			`,
		},
	],

	check: (file) => reportRefusals(file, "cpus", ({ at }) => removed(file, at, say`Remove \`cpus\``)),
});
