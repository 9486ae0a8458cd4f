import { entryRangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isDisabled } from "../compose-health.ts";

export default composeRule({
	id: "healthcheck-disabled",
	peers: { kics: ["698ed579"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "The health check of an image is switched off",
	why: ["Who made the image found out how to ask it whether it is well; without that Docker takes it for well as long as its first process runs."],
	fixes: { never: "Why it is switched off, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  vault:
				    image: vaultwarden/server:1.34.3
				    healthcheck:
				      disable: true
			`,
			good: compose`
				services:
				  vault:
				    image: vaultwarden/server:1.34.3
			`,
		},
	],
	needs: ["healthcheck"],

	*check(file) {
		for (const { value: service } of file.services) {
			const check = entryOf(service, "healthcheck");
			if (!isDisabled(check)) continue;
			const at = entryRangeIn(file, check, entryOf(check, "disable") ? "disable" : "test");
			if (at) yield { at, message: say`the image's own health check is switched off` };
		}
	},
});
