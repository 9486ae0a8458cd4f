import { goText } from "../../compose/scalar.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { environmentValues, isPlain } from "../compose-environment.ts";

export default composeRule({
	id: "retyped-environment-value",
	category: "correctness",
	severity: "warning",
	title: "YAML changes the value of a variable",
	why: [
		"A value without quotes that looks like a number, a date or a truth value is read as one, and Compose writes it down again in its own way: `0777` becomes `511`, `1_000` becomes `1000`.",
		"In quotes it stays as it is written.",
	],
	fixes: { onRequest: "The value is put in quotes." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      UMASK: 0022
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      UMASK: "0022"
			`,
		},
	],
	needs: ["environment", "args", "labels", "annotations"],

	*check(file) {
		for (const { at, held } of environmentValues(file)) {
			if (held.kind === "string" || held.kind === "mapping" || held.kind === "sequence") continue;
			const written = file.text.slice(at.start, at.end);
			if (!isPlain(written)) continue;
			const meant = held.kind === "null" ? "" : goText(held);
			if (meant === written) continue;
			const message =
				held.kind === "null" ? say`\`${written}\` is no value: the variable is taken from the outside` : say`the value is \`${meant}\`, not \`${written}\``;
			yield { at, message, fix: { title: say`Put it in quotes`, edits: [replace(at, `"${written}"`)], safe: false } };
		}
	},
});
