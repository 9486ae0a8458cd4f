import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "container-name-with-replicas",
	category: "correctness",
	severity: "error",
	title: "Several containers of a service are to have one name",
	why: ["The name of a container is its own on the whole machine, so Compose refuses a service that has a `container_name` and more than one container."],
	fixes: { onRequest: "`container_name` is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    container_name: web
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

	check: (file) => reportRefusals(file, "containerNameWithReplicas", ({ at }) => removed(file, at, say`Remove \`container_name\``)),
});
