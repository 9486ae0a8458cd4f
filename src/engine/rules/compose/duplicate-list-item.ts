import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { itemRemoved, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "duplicate-list-item",
	category: "correctness",
	severity: "error",
	title: "An item stands in a list twice",
	why: ["In lists where each item counts once, Compose refuses a second that is the same."],
	fixes: { safely: "The second is taken out.", never: "It comes from elsewhere, or is used elsewhere by an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    security_opt:
				      - no-new-privileges:true
				      - no-new-privileges:true
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    security_opt:
				      - no-new-privileges:true
			`,
		},
	],

	check: (file) => reportRefusals(file, "repeatedItem", ({ at }) => itemRemoved(file, at, say`Remove the second`, { safe: true })),
});
