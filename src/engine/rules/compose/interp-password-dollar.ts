import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";
import { relativeTo } from "../../compose/linted.ts";
import { variablesIn } from "../../compose/template.ts";
import { isSecretName } from "../../text/secrets.ts";
import { environmentFilesOf, placeOfVariable } from "../environment-files.ts";
import { isPartOfPassword, strayDollars } from "../stray-dollars.ts";

export default composeRule({
	id: "interp-password-dollar",
	category: "correctness",
	severity: "warning",
	title: "A part of a password is taken for a variable",
	why: [
		"Of `pa$word` Compose makes `pa`, for it takes `$word` for a variable that is not set: the service has another password than the one that stands there.",
		"`$$` means a `$`; in `.env`, single quotes around the value keep all that stands in it.",
	],
	fixes: { onRequest: "Each `$` of the value is doubled.", never: "It stands in a file of variables." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:18
				    environment:
				      POSTGRES_PASSWORD: pa$word
			`,
			good: compose`
				services:
				  db:
				    image: postgres:18
				    environment:
				      POSTGRES_PASSWORD: pa$$word
			`,
		},
	],

	*check(file) {
		const strays = strayDollars(file).filter(({ meantFor }) => meantFor === "secret");
		for (const [index, { name, start, end, isFirst }] of strays.entries()) {
			if (!isFirst) continue;
			const next = strays.findIndex((other, later) => later > index && other.isFirst);
			const edits = strays.slice(index, next < 0 ? undefined : next).map((each) => insert(each.start, "$"));
			yield {
				at: { start, end },
				message: say`Compose takes \`$${name}\` for a variable, which is not set, and leaves it out of the password`,
				fix: { title: say`Write \`$$\` for each \`$\``, edits, safe: false },
			};
		}
		for (const other of environmentFilesOf(file)) {
			if (other.isRaw) continue;
			for (const { name, valueRange } of other.read.entries) {
				const written = other.text.slice(valueRange.start, valueRange.end);
				if (written.startsWith("'") || !written.includes("$") || !isSecretName(name)) continue;
				const use = variablesIn(written).find((each) => each.operator === "" && isPartOfPassword(written, each) && file.environment(each.name) === undefined);
				const at = use && placeOfVariable(file, other, name);
				if (at)
					yield {
						at,
						message: say`in \`${relativeTo(file, other.path) ?? other.path}\`, \`$${use.name}\` in the value of \`${name}\` is taken for a variable`,
					};
			}
		}
	},
});
