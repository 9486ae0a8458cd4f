import { relativeTo } from "../../compose/linted.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { environmentFilesOf, placeOfVariable } from "../environment-files.ts";

export default composeRule({
	id: "dotenv-inline-comment",
	category: "correctness",
	severity: "warning",
	title: "A comment behind an empty value becomes the value",
	why: [
		"In a file of variables a comment begins behind a blank that follows a value. Where there is no value, as in `KEY=   # text`, all of it is the value: `# text`.",
		'`KEY="" # text` is empty, and so is a comment on a line of its own above `KEY=`.',
	],
	fixes: { never: "The comment stands in another file." },
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
			files: { "bad.env": "TITLE=  # of all pages\n", "good.env": "TITLE=shop # of all pages\n" },
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const other of environmentFilesOf(file)) {
			if (other.isRaw || !other.text.includes("#")) continue;
			for (const { name, nameRange, valueRange, value } of other.read.entries) {
				// `KEY=#fff` is a colour.
				if (!value?.startsWith("# ") || other.text[valueRange.start] !== "#" || other.text[valueRange.start - 1] === other.text[nameRange.end]) continue;
				const at = placeOfVariable(file, other, name);
				if (at) problems.push({ at, message: say`in \`${relativeTo(file, other.path) ?? other.path}\`, the value of \`${name}\` is the comment behind it` });
			}
		}
		return problems;
	},
});
