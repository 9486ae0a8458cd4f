import { relativeTo } from "../../compose/linted.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { environmentFilesOf, placeOfFile } from "../environment-files.ts";

export default composeRule({
	id: "dotenv-crlf",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "The lines of a file of variables end as those of Windows do",
	why: [
		"Compose drops the carriage return. A shell that reads the file with `source`, and programs that are given it as it is, keep it at the end of each value.",
	],
	fixes: { never: "The lines stand in another file." },
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
			files: { "bad.env": "TAG=1.27\r\n", "good.env": "TAG=1.27\n" },
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const other of environmentFilesOf(file)) {
			const at = other.text.includes("\r\n") ? placeOfFile(file, other) : undefined;
			if (at) problems.push({ at, message: say`the lines of \`${relativeTo(file, other.path) ?? other.path}\` end with a carriage return` });
		}
		return problems;
	},
});
