import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "wrong-yaml-tag",
	category: "correctness",
	severity: "error",
	title: "A value is not what the tag in front of it says",
	why: ["A tag such as `!!int` says what type a value has, and Compose refuses a file whose value is of another."],
	fixes: { never: "Whether the tag or the value is wrong, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    scale: !!int many
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    scale: !!int 2
			`,
		},
	],

	check: (file) => reportRefusals(file, "wrongTag"),
});
