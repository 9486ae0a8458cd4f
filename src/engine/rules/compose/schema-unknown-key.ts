import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, wordMeant } from "../compose-refusals.ts";

export default composeRule({
	id: "schema-unknown-key",
	peers: { dclint: ["invalid-schema"] },
	category: "correctness",
	severity: "error",
	title: "There is no such key here",
	why: [
		"Compose refuses a file with a key that it does not know at that place, so that a slip of the pen is not passed over; keys that begin with `x-` are yours.",
	],
	fixes: { onRequest: "The key that is spelt much the same is written.", never: "No key there is spelt much the same." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    imagee: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check: (file) => reportRefusals(file, "unknownKey", (refused) => wordMeant(file, refused)),
});
