import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "secret-source-conflict",
	category: "correctness",
	severity: "error",
	title: "A secret or config has two sources",
	why: ["Its content comes from one place: a `file`, a variable of the `environment`, or for a config its `content`; Compose refuses a file that says two."],
	fixes: { onRequest: "The second source is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				secrets:
				  token:
				    file: ./token
				    environment: TOKEN
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				secrets:
				  token:
				    file: ./token
			`,
		},
	],

	check: (file) => reportRefusals(file, "secretSourceConflict", ({ at }) => removed(file, at, say`Remove the second source`)),
});
