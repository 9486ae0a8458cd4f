import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { unusedResources } from "../unused-resources.ts";

export default composeRule({
	id: "unused-config",
	category: "practice",
	severity: "info",
	title: "A configuration is defined that no service uses",
	why: ["Nothing is given a configuration that no service names.", "Often the service was meant to have it and runs with the one of its image."],
	fixes: { onRequest: "It is removed, and the section with it where nothing else is in it.", never: "An alias stands elsewhere for something in it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    configs:
				      - site
				configs:
				  site: { file: site.conf }
				  log: { file: log.conf }
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    configs:
				      - site
				configs:
				  site: { file: site.conf }
			`,
		},
	],
	needs: ["configs"],

	check: (file) =>
		unusedResources(file, "configs", {
			message: (name) => say`no service uses the configuration \`${name}\``,
			title: (name) => say`Remove the configuration \`${name}\``,
		}),
});
