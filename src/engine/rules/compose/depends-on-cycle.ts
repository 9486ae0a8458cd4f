import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "depends-on-cycle",
	category: "correctness",
	severity: "error",
	title: "Services wait for each other",
	why: [
		"None of them can start before the others, so Compose refuses the file.",
		"Besides `depends_on`, also `links`, `volumes_from` and a shared `network_mode`, `ipc` or `pid` make a service wait.",
	],
	fixes: { never: "Which of them has to wait, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on: [api]
				  api:
				    image: api:1
				    depends_on: [web]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on: [api]
				  api:
				    image: api:1
			`,
		},
	],

	check: (file) => reportRefusals(file, "dependencyCycle"),
});
