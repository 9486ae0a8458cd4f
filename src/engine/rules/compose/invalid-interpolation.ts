import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-interpolation",
	category: "correctness",
	severity: "error",
	title: "A `$` begins no variable",
	why: [
		"Compose replaces `$NAME` and `${NAME}` everywhere in values, with `:-`, `-`, `:?`, `?`, `:+` and `+` behind the name; it refuses any other, also in commands.",
		"A `$` that is meant as it is is written `$$`.",
	],
	fixes: { onRequest: "The `$` is doubled, so that it stays as it is.", never: "The text goes over several lines, or has escapes." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    command: sh -c "echo \${X/a/b}"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    command: sh -c "echo $\${X/a/b}"
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "interpolation", ({ at, written }) =>
			written.startsWith("$") ? { title: say`Write the \`$\` as it is`, edits: [insert(at.start, "$")], safe: false } : undefined,
		),
});
