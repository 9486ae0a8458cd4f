import { literalOf, rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { dependenciesOn } from "../compose-dependencies.ts";

export default composeRule({
	id: "completed-on-daemon",
	category: "correctness",
	severity: "warning",
	title: "Another service waits for the end of one that is started again for ever",
	why: [
		"With `restart: always` or `unless-stopped` Docker starts a container again when it has ended, well or not.",
		"Who waits with `service_completed_successfully` may wait for ever, and what was to be done once is done again and again.",
	],
	fixes: { onRequest: '`restart` becomes `"no"`.' },
	examples: [
		{
			bad: compose`
				services:
				  migrate:
				    image: example/app:1
				    command: migrate
				    restart: always
				  app:
				    image: example/app:1
				    depends_on:
				      migrate:
				        condition: service_completed_successfully
			`,
			good: compose`
				services:
				  migrate:
				    image: example/app:1
				    command: migrate
				    restart: "no"
				  app:
				    image: example/app:1
				    depends_on:
				      migrate:
				        condition: service_completed_successfully
			`,
		},
	],
	needs: ["restart"],

	check(file) {
		const problems: Problem[] = [];
		for (const { name, value: service } of file.services) {
			const restart = entryOf(service, "restart");
			const text = literalOf(restart);
			const at = rangeIn(file, restart);
			if (!at || (text !== "always" && text !== "unless-stopped")) continue;
			const waiting = dependenciesOn(file)
				.get(name)
				?.find(({ condition }) => condition === "service_completed_successfully");
			if (!waiting) continue;
			problems.push({
				at,
				message: say`\`${waiting.by}\` waits until \`${name}\` has ended, and with this it is started again`,
				...(waiting.at && { related: [{ at: waiting.at, message: say`who waits` }] }),
				fix: { title: say`Start it once`, edits: [replace(at, '"no"')], safe: false },
			});
		}
		return problems;
	},
});
