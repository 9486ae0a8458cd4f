import { relativeTo } from "../../compose/linted.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { environmentFilesOf, placeOfVariable } from "../environment-files.ts";

export default composeRule({
	id: "dotenv-export",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A line of a file of variables begins with `export`",
	why: ["Compose passes over the word. `docker run --env-file` and Swarm do not, and take it for a part of the name."],
	fixes: { never: "The word stands in another file." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file: bad.env
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file: good.env
			`,
			files: { "bad.env": "export TAG=1.27\n", "good.env": "TAG=1.27\n" },
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const other of environmentFilesOf(file)) {
			const entry = other.read.entries.find(({ start, nameRange }) => nameRange.start > start && other.text.startsWith("export", start));
			const at = entry && placeOfVariable(file, other, entry.name);
			if (at)
				problems.push({
					at,
					message: say`in \`${relativeTo(file, other.path) ?? other.path}\`, \`export\` stands before \`${entry.name}\`, which other readers take for a part of it`,
				});
		}
		return problems;
	},
});
