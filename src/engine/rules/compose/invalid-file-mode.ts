import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, unquoted, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-file-mode",
	category: "correctness",
	severity: "error",
	title: "The mode of a file is no octal number",
	why: ['A mode is written as `0440` or as text in octal digits, `"0440"`; Compose refuses any other text.'],
	fixes: { safely: "`0o` becomes `0`, which is how Compose writes octal numbers in text.", never: "What is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets:
				      - source: token
				        mode: "0o440"
				secrets:
				  token:
				    file: ./token
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets:
				      - source: token
				        mode: "0440"
				secrets:
				  token:
				    file: ./token
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "fileMode", ({ at, written }) => {
			const digits = /^0o([0-7]+)$/i.exec(unquoted(written))?.[1];
			return digits === undefined ? undefined : wordInstead(file, at, `0${digits.replace(/^0+/, "")}`, { safe: true });
		}),
});
