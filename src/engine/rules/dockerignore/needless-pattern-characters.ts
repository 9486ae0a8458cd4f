import { dockerignore, dockerignoreRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { remove } from "../../text/text.ts";

export default dockerignoreRule({
	id: "needless-pattern-characters",
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "Characters around a pattern that change nothing",
	why: ["Every pattern begins at the build's folder, so that a `/` or `./` before it makes readers look for a difference to other lines, and there is none."],
	fixes: { safely: "They are removed, and the pattern stays the same." },
	examples: [
		{
			bad: dockerignore`
				/node_modules
				./dist
			`,
			good: dockerignore`
				node_modules
				dist
			`,
		},
	],

	check({ text, patterns }) {
		return patterns.flatMap(({ at }): readonly Problem[] => {
			const [all, mark = "", start = ""] = /^(!?[ \t]*)((?:\.?\/+)*)/.exec(text.slice(at.start, at.end)) ?? [];
			const title = say`Remove them`;
			const problems: Problem[] = [];
			if (start !== "" && all !== undefined && all.length < at.end - at.start) {
				const range = { start: at.start + mark.length, end: at.start + all.length };
				problems.push({
					at: range,
					message: say`\`${start}\` before a pattern changes nothing`,
					tag: "unnecessary",
					fix: { title, edits: [remove(range)], safe: true },
				});
			}
			const blanks = /^[ \t]+(?=\r?\n|$)/.exec(text.slice(at.end, at.end + 1000))?.[0].length ?? 0;
			if (blanks > 0) {
				const range = { start: at.end, end: at.end + blanks };
				problems.push({
					at: range,
					message: say`blanks behind a pattern change nothing`,
					tag: "unnecessary",
					fix: { title, edits: [remove(range)], safe: true },
				});
			}
			return problems;
		});
	},
});
