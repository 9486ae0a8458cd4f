import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "conflicting-pids-limits",
	category: "correctness",
	severity: "error",
	title: "A service has two different limits of processes",
	why: [
		"`pids_limit` and `deploy.resources.limits.pids` mean the same, and Compose refuses a file in which they differ or in which the second is missing beside others of its kind.",
	],
	fixes: { onRequest: "`pids_limit` is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    pids_limit: 100
				    deploy:
				      resources:
				        limits:
				          pids: 200
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      resources:
				        limits:
				          pids: 200
			`,
		},
	],

	check: (file) => reportRefusals(file, "pids", ({ at }) => removed(file, at, say`Remove \`pids_limit\``)),
});
