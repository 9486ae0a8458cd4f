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
	fixes: { onRequest: "The section that is spelt much the same is written.", never: "No section is spelt much the same." },
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

	check: (file) => reportRefusals(file, "unknownTopLevelKey", (refused) => wordMeant(file, refused)),
});
