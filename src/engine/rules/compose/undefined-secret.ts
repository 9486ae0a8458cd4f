import { compose, composeRule } from "../../lint/rule.ts";
import { defined } from "../compose-definitions.ts";
import { reportRefusals, unquoted } from "../compose-refusals.ts";

export default composeRule({
	id: "undefined-secret",
	category: "correctness",
	severity: "error",
	title: "A service uses a secret that the file does not define",
	why: ["Compose knows only the secrets that stand under `secrets` at the top level, and refuses a file whose services use another."],
	fixes: { onRequest: "The secret is added under `secrets` with a file of its name, or its name is written as it stands there." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets:
				      - first
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets:
				      - first

				secrets:
				  first:
				    file: ./first
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "undefinedSecret", ({ at, written }) => {
			const name = unquoted(written);
			return defined(file, "secrets", at, name, [`file: ./${name}`]);
		}),
});
