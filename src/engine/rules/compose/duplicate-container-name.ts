import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "duplicate-container-name",
	category: "correctness",
	severity: "error",
	title: "Two services give their containers the same name",
	why: [
		"The name of a container is its own on the whole machine, so Compose refuses a file in which two services have one `container_name`.",
		"A service that extends another takes over its name, too.",
	],
	fixes: { onRequest: "The second of them is taken out.", never: "It is taken over from a service that keeps it, or used elsewhere by an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    container_name: web
				  site:
				    image: nginx:1.27
				    container_name: web
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    container_name: web
				  site:
				    image: nginx:1.27
			`,
		},
	],

	check: (file) => reportRefusals(file, "duplicateContainerName", ({ at }) => removed(file, at, say`Remove this \`container_name\``)),
});
