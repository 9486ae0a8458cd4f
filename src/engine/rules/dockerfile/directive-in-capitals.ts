import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "directive-in-capitals",
	peers: { "dockerfile-utils": ["CASING_DIRECTIVE"] },
	category: "style",
	severity: "off",
	title: "A parser directive is written in capitals",
	why: ["Docker reads `# Syntax=` as it reads `# syntax=`, but people and tools look for the small letters of its documentation."],
	fixes: { safely: "The name is written in small letters, which means the same to Docker." },
	examples: [
		{
			bad: dockerfile`
				# Syntax=docker/dockerfile:1
				FROM debian:12
			`,
			good: dockerfile`
				# syntax=docker/dockerfile:1
				FROM debian:12
			`,
		},
	],

	check({ text, directives }) {
		const problems: Problem[] = [];
		for (const { name, range } of directives) {
			const start = text.indexOf("#", range.start) + 1;
			const from = start + (/^\s*/.exec(text.slice(start, range.end))?.[0].length ?? 0);
			const at = { start: from, end: from + name.length };
			const written = text.slice(at.start, at.end);
			if (written === name) continue;
			const fix = { title: say`Write ${name}`, edits: [replace(at, name)], safe: true };
			problems.push({ at, message: say`\`${written}\` is written \`${name}\` everywhere else`, fix });
		}
		return problems;
	},
});
