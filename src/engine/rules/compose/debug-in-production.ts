import { literalOf } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { variablesIn } from "../compose-variables.ts";

export default composeRule({
	id: "debug-in-production",
	category: "security",
	severity: "info",
	title: "A service that is always started again runs for debugging",
	why: [
		"Who sets `restart: always` means a machine that serves; in a mode for development frameworks show their code and their variables to whoever causes an error.",
		"They are also slower, and keep what they need not.",
	],
	fixes: { never: "Which of the two is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: example/shop:1
				    restart: always
				    environment:
				      FLASK_DEBUG: "1"
			`,
			good: compose`
				services:
				  web:
				    image: example/shop:1
				    restart: always
				    environment:
				      FLASK_DEBUG: "0"
			`,
		},
	],
	needs: [["restart", "environment"]],

	check(file) {
		const problems: Problem[] = [];
		if (forDevelopment.test(file.path.slice(file.path.lastIndexOf("/") + 1))) return problems;
		for (const { value: service } of file.services) {
			const restart = literalOf(entryOf(service, "restart"));
			if (restart !== "always" && restart !== "unless-stopped") continue;
			for (const { name, value, isFixed, at } of variablesIn(file, service, "environment")) {
				if (!at || !isFixed || value === undefined || !modes.get(name)?.test(value)) continue;
				problems.push({ at, message: say`\`${name}\` is \`${value}\`, and the service is started again for ever` });
			}
		}
		return problems;
	},
});

const forDevelopment = /dev|local|debug|test|override/i;

const isOn = /^(?:1|true|yes|on)$/i;
const isDevelopment = /^dev(?:elopment)?$/i;

/** By the frameworks' own documentation: what they take for a mode in which they tell more than users should see. */
const modes: ReadonlyMap<string, RegExp> = new Map([
	["APP_DEBUG", isOn],
	["ASPNETCORE_ENVIRONMENT", isDevelopment],
	["DJANGO_DEBUG", isOn],
	["FLASK_DEBUG", isOn],
	["FLASK_ENV", isDevelopment],
	["NODE_ENV", isDevelopment],
	["RACK_ENV", isDevelopment],
	["RAILS_ENV", isDevelopment],
	["WORDPRESS_DEBUG", isOn],
]);
