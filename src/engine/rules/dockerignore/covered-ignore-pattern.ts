import { needlessPatterns } from "../../dockerignore/overlap.ts";
import { dockerignore, dockerignoreRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { lineOf, withoutLine } from "../ignore-lines.ts";

export default dockerignoreRule({
	id: "covered-ignore-pattern",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "An earlier pattern covers all that a pattern fits",
	why: ["A line that changes nothing has to be read, understood and kept up to date like any other."],
	fixes: { safely: "The line is removed, which changes nothing." },
	examples: [
		{
			bad: dockerignore`
				**/*.log
				build
				logs/*.log
			`,
			good: dockerignore`
				**/*.log
				build
			`,
		},
	],

	check(file) {
		return needlessPatterns(file).flatMap(({ pattern: { at }, by, reason }) =>
			reason === "covered"
				? [
						{
							at,
							message: say`line ${lineOf(file, by.at)}, \`${by.text}\`, covers all that this fits`,
							tag: "unnecessary" as const,
							related: [{ at: by.at, message: say`covered here` }],
							fix: { title: say`Remove the line`, edits: [withoutLine(file, at)], safe: true },
						},
					]
				: [],
		);
	},
});
