import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "number-out-of-range",
	category: "correctness",
	severity: "error",
	title: "A number is too small or too large",
	why: ["Compose refuses a file with a number that it does not allow there."],
	fixes: { never: "How much is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    oom_score_adj: 5000
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    oom_score_adj: 500
			`,
		},
	],

	check: (file) => reportRefusals(file, "outOfRange"),
});
