import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { environmentValues } from "../compose-environment.ts";

export default composeRule({
	id: "unquoted-truth-word",
	category: "practice",
	severity: "info",
	title: "A word is text for Compose, and a truth value for other tools",
	why: [
		"`yes`, `no`, `on` and `off` are text in YAML 1.2, by which Compose reads; tools that read by YAML 1.1 make `true` and `false` of them.",
		"In quotes they are text everywhere.",
	],
	fixes: { safely: "The word is put in quotes, for Compose it means the same." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      COUNTRY: NO
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      COUNTRY: "NO"
			`,
		},
	],
	needs: ["environment", "args", "labels", "annotations"],

	*check(file) {
		for (const { at, held } of environmentValues(file)) {
			if (held.kind !== "string" || held.template !== undefined || !/^(?:y|yes|n|no|on|off)$/i.test(held.value)) continue;
			const written = file.text.slice(at.start, at.end);
			if (written !== held.value) continue;
			yield {
				at,
				message: say`\`${written}\` is a truth value for tools that read by YAML 1.1`,
				fix: { title: say`Put it in quotes`, edits: [replace(at, `"${written}"`)], safe: true },
			};
		}
	},
});
