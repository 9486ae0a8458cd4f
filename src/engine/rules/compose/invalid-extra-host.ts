import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-extra-host",
	category: "correctness",
	severity: "error",
	title: "An entry of `extra_hosts` is no host with its address",
	why: ["Each says a name and an address, as in `db.local=10.0.0.2`, and Compose refuses a list in which one does not."],
	fixes: { never: "Which address is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    extra_hosts:
				      - db.local
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    extra_hosts:
				      - db.local=10.0.0.2
			`,
		},
	],

	check: (file) => reportRefusals(file, "extraHosts"),
});
