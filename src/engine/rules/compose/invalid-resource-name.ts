import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, unquoted, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-resource-name",
	category: "correctness",
	severity: "error",
	title: "A name has characters that names do not have",
	why: ["Names of services, volumes, secrets and configs are made of letters, digits, `.`, `_` and `-`; Compose refuses a file with any other."],
	fixes: {
		onRequest: "`-` takes the place of what names do not have, where the name is used nowhere else.",
		never: "The name is used elsewhere, too, or nothing of it would be left.",
	},
	examples: [
		{
			bad: compose`
				services:
				  my web:
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  my-web:
				    image: nginx:1.27
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "invalidName", ({ at, written }) => {
			const name = unquoted(written);
			const valid = name
				.trim()
				.replace(/[^\w.-]+/g, "-")
				.replace(/^-+|-+$/g, "");
			const isUsedOnce = file.text.indexOf(name) === file.text.lastIndexOf(name);
			return valid === "" || !isUsedOnce ? undefined : wordInstead(file, at, valid);
		}),
});
