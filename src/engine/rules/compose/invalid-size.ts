import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, unquoted, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-size",
	category: "correctness",
	severity: "error",
	title: "A size is not written as sizes are",
	why: ["A size is a number of bytes, or a number with one of the units `b`, `k`, `m`, `g`, `t` and `p`, as in `512m`; Compose refuses any other."],
	fixes: {
		safely: "A unit of Kubernetes such as `Mi` becomes Compose's own, which means the same.",
		never: "How much is meant, only who wrote the file knows.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    mem_limit: 512x
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    mem_limit: 512m
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "size", ({ at, written }) => {
			const kubernetes = /^([\d.]+[kmgtp])i$/i.exec(unquoted(written))?.[1];
			return kubernetes === undefined ? undefined : wordInstead(file, at, kubernetes.toLowerCase(), { safe: true });
		}),
});
