import { relativeTo } from "../../compose/linted.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { environmentFilesOf, placeOfFile } from "../environment-files.ts";

export default composeRule({
	id: "dotenv-bom",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A file of variables begins with a byte order mark",
	why: ["Compose passes over the mark. A shell that reads the file with `source`, and other programs, take it for a part of the first name."],
	fixes: { never: "The mark stands in another file." },
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
			files: { "bad.env": "\uFEFFTAG=1.27\n", "good.env": "TAG=1.27\n" },
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const other of environmentFilesOf(file)) {
			const at = other.text.startsWith("\uFEFF") ? placeOfFile(file, other) : undefined;
			if (at) problems.push({ at, message: say`\`${relativeTo(file, other.path) ?? other.path}\` begins with a byte order mark` });
		}
		return problems;
	},
});
