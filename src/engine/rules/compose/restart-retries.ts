import { literalOf, rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "restart-retries",
	peers: { kics: ["2fc99041"], cis: ["CIS-5.15"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A service is started again as often as it fails, or another number of times than five",
	why: [
		"A program that fails at once is started again and again, and takes the machine's time with it.",
		"The recommendations of the Center for Internet Security say five times.",
	],
	fixes: { onRequest: "The count becomes five." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    restart: on-failure
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    restart: on-failure:5
			`,
		},
	],
	needs: ["restart"],

	*check(file) {
		for (const { value: service } of file.services) {
			const restart = entryOf(service, "restart");
			const text = literalOf(restart);
			const at = rangeIn(file, restart);
			if (!at || text === undefined || !/^on-failure(?::\d*)?$/.test(text) || text === "on-failure:5") continue;
			yield {
				at,
				message: text.includes(":") ? say`\`${text}\` is another number of times than five` : say`a container that fails is started again without end`,
				fix: { title: say`Start it five times at most`, edits: [replace(at, "on-failure:5")], safe: false },
			};
		}
	},
});
