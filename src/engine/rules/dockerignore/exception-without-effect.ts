import { idleExceptions } from "../../dockerignore/overlap.ts";
import { dockerignore, dockerignoreRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { lineOf, withoutLine } from "../ignore-lines.ts";

export default dockerignoreRule({
	id: "exception-without-effect",
	category: "correctness",
	severity: "warning",
	title: "A line with `!` keeps nothing",
	why: [
		"Docker goes through the lines from above, and one that begins with `!` only takes back what lines above it leave out.",
		"Where none of them does, or one below leaves it out again, the file is not what its author believes it to be.",
	],
	fixes: {
		safely: "The line is removed where nothing above it leaves anything out that it could take back.",
		never: "A line below leaves it out again: whether that or the order is the mistake, only its author knows.",
	},
	examples: [
		{
			bad: dockerignore`
				!README.md
				*.log
			`,
			good: dockerignore`
				*.log
			`,
		},
	],

	check(file) {
		return idleExceptions(file).map(({ pattern: { at, text }, by }) =>
			by
				? {
						at,
						message: say`line ${lineOf(file, by.at)}, \`${by.text}\`, leaves out again what this keeps`,
						related: [{ at: by.at, message: say`left out here` }],
					}
				: {
						at,
						message: say`no line above leaves out \`${text}\`, so there is nothing to take back`,
						tag: "unnecessary" as const,
						fix: { title: say`Remove the line`, edits: [withoutLine(file, at)], safe: true },
					},
		);
	},
});
