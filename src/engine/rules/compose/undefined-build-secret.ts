import { compose, composeRule } from "../../lint/rule.ts";
import { defined } from "../compose-definitions.ts";
import { reportRefusals, unquoted } from "../compose-refusals.ts";

export default composeRule({
	id: "undefined-build-secret",
	category: "correctness",
	severity: "error",
	title: "A build uses a secret that the file does not define",
	why: ["A build is given only secrets that stand under `secrets` at the top level, and Compose refuses a file whose build names another."],
	fixes: { onRequest: "The secret is added under `secrets` with a file of its name, or its name is written as it stands there." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build:
				      context: .
				      secrets:
				        - token
			`,
			good: compose`
				services:
				  web:
				    build:
				      context: .
				      secrets:
				        - token

				secrets:
				  token:
				    file: ./token
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "undefinedBuildSecret", ({ at, written }) => {
			const name = unquoted(written);
			return defined(file, "secrets", at, name, [`file: ./${name}`]);
		}),
});
