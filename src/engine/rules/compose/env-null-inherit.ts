import { rangeIn } from "../../compose/linted.ts";
import { pairsIn } from "../../compose/pairs.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "env-null-inherit",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A variable is passed on that is not set",
	why: ["A name without a value takes that of the host. Where the host has none either, the service has no such variable, and nobody is told."],
	fixes: { never: "What the value is to be, only its author knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      - SHOP_MODE
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      - SHOP_MODE=fast
			`,
		},
	],
	needs: ["environment"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			for (const { name, value, origin } of pairsIn(entryOf(service, "environment"))) {
				if (value !== undefined || name === "" || file.environment(name) !== undefined) continue;
				const at = rangeIn(file, origin);
				if (at) problems.push({ at, message: say`\`${name}\` has no value here, and none in the environment` });
			}
		}
		return problems;
	},
});
