import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "key-not-text",
	category: "correctness",
	severity: "error",
	title: "A key is no text",
	why: ["YAML reads a key such as `80` as a number, and `true` as a truth value; Compose takes keys that are text, and refuses others."],
	fixes: { safely: "The key is put in quotes.", never: "The key is a list or a mapping, or an alias." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    labels:
				      80: web
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    labels:
				      "80": web
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "keyNotText", ({ at, written }) =>
			/^[\w.:+-]+$/.test(written) ? { title: say`Put the key in quotes`, edits: [replace(at, `"${written}"`)], safe: true } : undefined,
		),
});
