import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "merge-key-without-mapping",
	category: "correctness",
	severity: "error",
	title: "A merge key has no mapping to merge",
	why: [
		"`<<` takes over the entries of a mapping, or of a list of mappings; Compose refuses a file in which something else stands there.",
		"A list of `NAME=value` cannot be merged: write it as a mapping.",
	],
	fixes: { never: "What is to be merged has to be written in another form." },
	examples: [
		{
			bad: compose`
				x-env: &env
				  - DEBUG=1
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      <<: *env
				      NAME: web
			`,
			good: compose`
				x-env: &env
				  DEBUG: 1
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      <<: *env
				      NAME: web
			`,
		},
	],

	check: (file) => reportRefusals(file, "mergeKey"),
});
