import { compose, composeRule } from "../../lint/rule.ts";
import { defined } from "../compose-definitions.ts";
import { reportRefusals, unquoted } from "../compose-refusals.ts";

export default composeRule({
	id: "undefined-config",
	category: "correctness",
	severity: "error",
	title: "A service uses a config that the file does not define",
	why: ["Compose knows only the configs that stand under `configs` at the top level, and refuses a file whose services use another."],
	fixes: { onRequest: "The config is added under `configs` with a file of its name, or its name is written as it stands there." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    configs:
				      - first
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    configs:
				      - first

				configs:
				  first:
				    file: ./first
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "undefinedConfig", ({ at, written }) => {
			const name = unquoted(written);
			return defined(file, "configs", at, name, [`file: ./${name}`]);
		}),
});
