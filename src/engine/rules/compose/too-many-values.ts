import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "too-many-values",
	category: "correctness",
	severity: "error",
	title: "Aliases make more values of the file than Compose reads",
	why: ["A few lines of aliases of aliases stand for any number of values; Compose stops after a hundred thousand, and refuses the file."],
	fixes: { never: "Which of the aliases is too many, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				x-a: &a [x, x, x, x, x, x, x, x, x, x]
				x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
				x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
				x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
				x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				x-a: &a [x, x, x, x, x, x, x, x, x, x]
				x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
				x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check: (file) => reportRefusals(file, "tooManyValues"),
});
