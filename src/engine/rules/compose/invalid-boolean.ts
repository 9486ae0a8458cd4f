import { compose, composeRule } from "../../lint/rule.ts";
import { findSimilar } from "../../text/similar.ts";
import { reportRefusals, textInstead, unquoted } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-boolean",
	category: "correctness",
	severity: "error",
	title: "A value is neither true nor false",
	why: ["Compose takes `true` and `false`, and for old files `yes`, `no`, `on`, `off`, `y` and `n`; it refuses any other text where it wants one of them."],
	fixes: {
		onRequest: "`true` or `false` is written where it is spelt much the same, or a number stands for it.",
		never: "Which of them is meant, only who wrote the file knows.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    privileged: flase
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    privileged: false
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "invalidBoolean", ({ at, written }) => {
			const word = unquoted(written).toLowerCase();
			const meant = ({ 1: "true", 0: "false" } as Readonly<Record<string, string>>)[word] ?? findSimilar(word, ["true", "false"]);
			return meant === undefined || written.includes("$") ? undefined : textInstead(at, meant);
		}),
});
