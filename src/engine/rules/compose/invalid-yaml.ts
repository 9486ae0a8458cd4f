import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-yaml",
	peers: { dclint: ["invalid-yaml"] },
	category: "correctness",
	severity: "error",
	title: "Compose cannot read the file",
	why: ["Compose reads the whole file before it does anything, and refuses all of it for one line that is no YAML."],
	fixes: { never: "Only who wrote the file knows what was meant." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				   ports:
				      - "8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
			`,
		},
	],

	check: (file) => reportRefusals(file, "invalidYaml"),
});
