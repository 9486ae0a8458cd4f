import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "blank-in-variable-name",
	category: "correctness",
	severity: "error",
	title: "The name of a variable ends with a blank",
	why: ["In a list, all that stands before the `=` is the name, and Compose refuses one that ends with a blank."],
	fixes: {
		safely: "The blank before the `=` is taken out.",
		onRequest: "Those on both sides of it are, of which the second is part of the value.",
		never: "There is no `=`.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      - DEBUG =1
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      - DEBUG=1
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "variableName", ({ at, written }) => {
			const equals = written.indexOf("=");
			if (equals < 0 || /\n/.test(written)) return undefined;
			const start = at.start + written.slice(0, equals).trimEnd().length;
			const blanks = /^[ \t]*/.exec(written.slice(equals + 1))?.[0].length ?? 0;
			return { title: say`Remove the blanks around \`=\``, edits: [replace({ start, end: at.start + equals + 1 + blanks }, "=")], safe: blanks === 0 };
		}),
});
