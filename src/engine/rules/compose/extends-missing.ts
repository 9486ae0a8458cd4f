import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, similarIn, unquoted, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "extends-missing",
	category: "correctness",
	severity: "error",
	title: "A service extends one that does not exist",
	why: ["`extends` names a service of the same file or of another, and Compose refuses the file where that has none of that name."],
	fixes: { onRequest: "The name is written as it stands under `services`.", never: "No service has a name that is like it." },
	examples: [
		{
			bad: compose`
				services:
				  base:
				    image: nginx:1.27
				  web:
				    extends:
				      service: bas
			`,
			good: compose`
				services:
				  base:
				    image: nginx:1.27
				  web:
				    extends:
				      service: base
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "extendsMissing", ({ at, written }) => {
			const similar = similarIn(file, "services", unquoted(written));
			return similar === undefined || /[{\s]/.test(written) ? undefined : wordInstead(file, at, similar);
		}),
});
