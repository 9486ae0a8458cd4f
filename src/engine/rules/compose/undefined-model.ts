import { compose, composeRule } from "../../lint/rule.ts";
import { defined } from "../compose-definitions.ts";
import { reportRefusals, unquoted } from "../compose-refusals.ts";

export default composeRule({
	id: "undefined-model",
	category: "correctness",
	severity: "error",
	title: "A service uses a model that the file does not define",
	why: ["Compose knows only the models that stand under `models` at the top level, and refuses a file whose services use another."],
	fixes: {
		onRequest: "The name is written as it stands under `models`.",
		never: "No name there is like it; which model it is, only who wrote the file knows.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    models:
				      - lmm
				models:
				  llm:
				    model: ai/smollm2
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    models:
				      - llm
				models:
				  llm:
				    model: ai/smollm2
			`,
		},
	],

	check: (file) => reportRefusals(file, "undefinedModel", ({ at, written }) => defined(file, "models", at, unquoted(written), undefined)),
});
