import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "unbalanced-command",
	category: "correctness",
	severity: "error",
	title: "The quotes or brackets of a command do not match",
	why: [
		"Compose splits a command that is one text into words, as a shell would, but no shell reads it; a quote that is open and a bracket that is not quoted make it refuse the file.",
		"Put what is meant for a shell into quotes behind `sh -c`, or write the command as a list.",
	],
	fixes: { never: "Where the quote is to be closed, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    command: sh -c "nginx -g 'daemon off;'
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    command: sh -c "nginx -g 'daemon off;'"
			`,
		},
	],

	check: (file) => reportRefusals(file, "command"),
});
