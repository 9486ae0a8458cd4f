import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "image-and-build-missing",
	category: "correctness",
	severity: "error",
	title: "A service has neither an image nor a build",
	why: ["Compose does not know what to start for such a service, and refuses the file."],
	fixes: { never: "Which image is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    ports: ["8080:80"]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports: ["8080:80"]
			`,
		},
	],

	check: (file) => reportRefusals(file, "noImage"),
});
