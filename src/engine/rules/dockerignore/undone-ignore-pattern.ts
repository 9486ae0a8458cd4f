import { needlessPatterns } from "../../dockerignore/overlap.ts";
import { dockerignore, dockerignoreRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { lineOf } from "../ignore-lines.ts";

export default dockerignoreRule({
	id: "undone-ignore-pattern",
	category: "correctness",
	severity: "warning",
	title: "What a pattern leaves out, a later line keeps after all",
	why: ["Of several lines that fit a file the last one counts, so that a secret or a large folder may be sent to the builder though a line names it."],
	fixes: { never: "Only its author knows which of the two lines is meant." },
	examples: [
		{
			bad: dockerignore`
				.env
				!.env
			`,
			good: dockerignore`
				.env
				!.env.example
			`,
		},
	],

	check(file) {
		return needlessPatterns(file).flatMap(({ pattern: { at }, by, reason }) =>
			reason === "undone"
				? [
						{
							at,
							message: say`line ${lineOf(file, by.at)}, \`!${by.text}\`, takes back all that this leaves out`,
							related: [{ at: by.at, message: say`kept here` }],
						},
					]
				: [],
		);
	},
});
