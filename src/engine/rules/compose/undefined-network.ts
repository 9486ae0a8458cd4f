import { compose, composeRule } from "../../lint/rule.ts";
import { defined } from "../compose-definitions.ts";
import { reportRefusals, unquoted } from "../compose-refusals.ts";

export default composeRule({
	id: "undefined-network",
	category: "correctness",
	severity: "error",
	title: "A service is in a network that the file does not define",
	why: ["Compose makes only the networks that stand under `networks` at the top level, and refuses a file whose services name another."],
	fixes: {
		onRequest: "The network is added under `networks`, or its name is written as it stands there.",
		never: "It is missing in another file, which is extended or included.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks:
				      - backend
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks:
				      - backend

				networks:
				  backend:
			`,
		},
	],

	check: (file) => reportRefusals(file, "undefinedNetwork", ({ at, written }) => defined(file, "networks", at, unquoted(written), "")),
});
