import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-volume",
	category: "correctness",
	severity: "error",
	title: "A volume is not written as volumes are",
	why: ["The short form of a volume is `SOURCE:TARGET:OPTIONS`, of which only the target has to be there; Compose refuses any other."],
	fixes: { never: "What is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site::ro
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site:/usr/share/nginx/html:ro
			`,
		},
	],

	check: (file) => reportRefusals(file, "volume"),
});
