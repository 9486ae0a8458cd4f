import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-yaml",
	peers: { dclint: ["invalid-yaml"] },
	category: "correctness",
	severity: "error",
	title: "Compose cannot read the file",
	why: ["Compose reads the whole file before it does anything, and refuses all of it for one line that is no YAML."],
	fixes: {
		onRequest: "A line is indented as those beside it, tabs become spaces, or a dash or colon that is missing is put in, where the file can be read then.",
		never: "Only who wrote the file knows what was meant.",
	},
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

	check: (file) =>
		reportRefusals(file, "invalidYaml", ({ remedy }) =>
			remedy?.kind === "edit" ? { title: say`Write it so that it can be read`, edits: [remedy.edit], safe: false } : undefined,
		),
});
