import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, wordMeant } from "../compose-refusals.ts";

export default composeRule({
	id: "unknown-top-level-key",
	peers: { dclint: ["invalid-schema"] },
	category: "correctness",
	severity: "error",
	title: "There is no such section at the top level",
	why: [
		"A Compose file consists of `services`, `networks`, `volumes`, `configs`, `secrets`, `models`, `include` and `name`; Compose refuses any other, but for those that begin with `x-`.",
	],
	fixes: {
		onRequest: "The section that is spelt much the same is written.",
		never: "No section is spelt much the same, or another would become the same one.",
	},
	examples: [
		{
			bad: compose`
				service:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check(file) {
		const written = new Set<string>();
		return reportRefusals(file, "unknownTopLevelKey", (refused) => {
			const word = refused.remedy?.kind === "word" ? refused.remedy.word : "";
			// No section stands in a file twice.
			if (written.has(word)) return undefined;
			written.add(word);
			return wordMeant(file, refused);
		});
	},
});
