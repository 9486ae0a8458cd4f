import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "external-conflict",
	category: "correctness",
	severity: "error",
	title: "A volume that is made elsewhere is described, too",
	why: ["An `external` volume is there already, and Compose does not make it; it refuses a file that says how it would be made."],
	fixes: { onRequest: "What describes it is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				volumes:
				  data:
				    external: true
				    driver: local
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				volumes:
				  data:
				    external: true
			`,
		},
	],

	check: (file) => reportRefusals(file, "externalConflict", ({ at }) => removed(file, at, say`Remove what says nothing here`)),
});
