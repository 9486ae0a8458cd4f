import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { unusedResources } from "../unused-resources.ts";

export default composeRule({
	id: "unused-network",
	category: "practice",
	severity: "info",
	title: "A network is defined that no service uses",
	why: [
		"A network that no service joins is never made, and a reader takes services to be separated that are not.",
		"Often a service was meant to join it, and is in the default network instead.",
	],
	fixes: { onRequest: "It is removed, and the section with it where nothing else is in it.", never: "An alias stands elsewhere for something in it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks:
				      - back
				networks:
				  back:
				  front:
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks:
				      - back
				networks:
				  back:
			`,
		},
	],
	needs: ["networks"],

	check: (file) =>
		unusedResources(file, "networks", {
			message: (name) => say`no service uses the network \`${name}\``,
			title: (name) => say`Remove the network \`${name}\``,
		}),
});
