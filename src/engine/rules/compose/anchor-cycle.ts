import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "anchor-cycle",
	category: "correctness",
	severity: "error",
	title: "An anchor holds an alias of itself",
	why: ["What it stands for would have no end, and Compose refuses the file."],
	fixes: { never: "What is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				x-common: &common
				  labels:
				    all: *common
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				x-common: &common
				  labels:
				    all: "true"
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check: (file) => reportRefusals(file, "anchorCycle"),
});
