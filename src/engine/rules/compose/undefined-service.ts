import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, similarIn, unquoted, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "undefined-service",
	category: "correctness",
	severity: "error",
	title: "A service names another that is not in the project",
	why: ["What `depends_on`, `links`, `volumes_from` and `network_mode` name has to be a service of the same project, or Compose refuses the file."],
	fixes: { onRequest: "The name is written as it stands under `services`.", never: "No service has a name that is like it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on:
				      - databse
				  database:
				    image: postgres:17
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on:
				      - database
				  database:
				    image: postgres:17
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "undefinedService", ({ at, written }) => {
			const similar = similarIn(file, "services", unquoted(written));
			return similar === undefined ? undefined : wordInstead(file, at, similar);
		}),
});
