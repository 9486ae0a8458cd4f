import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "malformed-value",
	category: "correctness",
	severity: "error",
	title: "A value is not written as it has to be",
	why: ["Compose wants a certain form there, and refuses the file where a value has another."],
	fixes: { never: "What is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    devices:
				      - /dev/ttyUSB0:/dev/ttyUSB0:rwm:x
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    devices:
				      - /dev/ttyUSB0:/dev/ttyUSB0:rwm
			`,
		},
	],

	check: (file) => reportRefusals(file, "wrongForm"),
});
