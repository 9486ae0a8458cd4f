import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";
import { variablesOf } from "../interpolated-variables.ts";

export default composeRule({
	id: "interp-operator-dash",
	category: "correctness",
	severity: "info",
	title: "A default counts for nothing, for the variable is empty",
	why: [
		"`${NAME-default}` takes the default only where `NAME` is not set at all. A line `NAME=` in `.env` sets it, to nothing; `${NAME:-default}` takes the default then, too.",
	],
	fixes: { onRequest: "A colon is added, and the default counts." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:\${TAG-1.27}
			`,
			good: compose`
				services:
				  web:
				    image: nginx:\${TAG:-1.27}
			`,
			files: { ".env": "TAG=\n" },
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const { name, operator, other, start, end } of variablesOf(file)) {
			if (operator !== "-" || other === "" || file.environment(name) !== "") continue;
			problems.push({
				at: { start, end },
				message: say`\`${name}\` is empty, which is not the same as not set, so that the default counts for nothing`,
				fix: { title: say`Take the default where \`${name}\` is empty, too`, edits: [insert(start + "${".length + name.length, ":")], safe: false },
			});
		}
		return problems;
	},
});
