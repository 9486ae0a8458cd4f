import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "unknown-env-file-format",
	category: "correctness",
	severity: "error",
	title: "The format of a file of variables is unknown",
	why: ["Besides its own format, Compose reads one other, `raw`, in which values are taken as they are; it refuses any other."],
	fixes: { onRequest: "The format is taken out, so that Compose's own counts." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file:
				      - path: web.env
				        format: dotenv
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file:
				      - path: web.env
			`,
			files: { "web.env": "A=1\n" },
		},
	],

	check: (file) => reportRefusals(file, "envFileFormat", ({ at }) => removed(file, at, say`Remove the format`)),
});
