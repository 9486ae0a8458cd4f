import { needlessPatterns } from "../../dockerignore/overlap.ts";
import { dockerignore, dockerignoreRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { lineOf, withoutLine } from "../ignore-lines.ts";

export default dockerignoreRule({
	id: "duplicate-ignore-pattern",
	category: "practice",
	severity: "info",
	title: "A pattern stands in the file already",
	why: ["Who changes one of the lines wonders why nothing happens, for the other still says the same."],
	fixes: { safely: "The later line is removed, which changes nothing." },
	examples: [
		{
			bad: dockerignore`
				node_modules
				dist
				node_modules/
			`,
			good: dockerignore`
				node_modules
				dist
			`,
		},
	],

	check(file) {
		return needlessPatterns(file).flatMap(({ pattern: { at }, by, reason }) =>
			reason === "same"
				? [
						{
							at,
							message: say`line ${lineOf(file, by.at)} says the same`,
							tag: "unnecessary" as const,
							related: [{ at: by.at, message: say`the same pattern` }],
							fix: { title: say`Remove the line`, edits: [withoutLine(file, at)], safe: true },
						},
					]
				: [],
		);
	},
});
