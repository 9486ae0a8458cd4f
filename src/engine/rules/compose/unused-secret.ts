import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { unusedResources } from "../unused-resources.ts";

export default composeRule({
	id: "unused-secret",
	category: "practice",
	severity: "info",
	title: "A secret is defined that no service uses",
	why: [
		"Nothing is given a secret that no service names, and its file lies about for nothing.",
		"Often the service was meant to have it and looks for its file in vain.",
	],
	fixes: { onRequest: "It is removed, and the section with it where nothing else is in it.", never: "An alias stands elsewhere for something in it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets:
				      - token
				secrets:
				  token: { file: token.txt }
				  key: { file: key.txt }
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets:
				      - token
				secrets:
				  token: { file: token.txt }
			`,
		},
	],
	needs: ["secrets"],

	check: (file) =>
		unusedResources(file, "secrets", {
			message: (name) => say`no service uses the secret \`${name}\``,
			title: (name) => say`Remove the secret \`${name}\``,
		}),
});
