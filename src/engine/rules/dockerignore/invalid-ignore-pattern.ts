import { dockerignore, dockerignoreRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { windowsSeparators } from "../ignore-lines.ts";

export default dockerignoreRule({
	id: "invalid-ignore-pattern",
	category: "correctness",
	severity: "error",
	title: "Docker cannot read a pattern",
	why: ["Docker refuses the whole `.dockerignore` for one pattern that it cannot read, and the build with it."],
	fixes: { never: "Only who wrote the pattern knows what it is to fit." },
	examples: [
		{
			bad: dockerignore`
				*.[oa
				!
			`,
			good: dockerignore`
				*.[oa]
				!keep.o
			`,
		},
	],

	check(file) {
		const { text, patterns, refused } = file;
		const problems: Problem[] = [];
		// What is written for Windows is no mistake there, and is told for what it is.
		const isReported = (at: Range): boolean => windowsSeparators(file, at).length === 0;
		if (refused && isReported(refused)) {
			const isEmpty = text.slice(refused.start, refused.end).replace(/[!\s]/g, "") === "";
			const message = isEmpty ? say`Docker refuses the file: behind the \`!\` stands no pattern` : say`Docker refuses the file: this is no pattern`;
			problems.push({ at: refused, message, refused: true });
		}
		for (const { matches, at } of patterns) {
			if (!matches && isReported(at))
				problems.push({ at, message: say`the build fails once Docker compares a file with this, for it is no pattern`, refused: true });
		}
		return problems;
	},
});
