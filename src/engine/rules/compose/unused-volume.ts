import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { unusedResources } from "../unused-resources.ts";

export default composeRule({
	id: "unused-volume",
	category: "practice",
	severity: "info",
	title: "A volume is defined that no service uses",
	why: [
		"A volume that nothing mounts is never made, and whoever reads the file looks for what is kept in it.",
		"Often the service was meant to mount it and names a path or another volume.",
	],
	fixes: { onRequest: "It is removed, and the section with it where nothing else is in it.", never: "An alias stands elsewhere for something in it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - data:/data
				volumes:
				  data:
				  cache:
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - data:/data
				volumes:
				  data:
			`,
		},
	],
	needs: ["volumes"],

	check: (file) =>
		unusedResources(file, "volumes", {
			message: (name) => say`no service uses the volume \`${name}\``,
			title: (name) => say`Remove the volume \`${name}\``,
		}),
});
