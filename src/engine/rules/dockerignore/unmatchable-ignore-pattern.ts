import { dockerignore, dockerignoreRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { lineBreakIn } from "../../text/line-break.ts";
import { type Range, replace } from "../../text/text.ts";

export default dockerignoreRule({
	id: "unmatchable-ignore-pattern",
	category: "correctness",
	severity: "warning",
	title: "A pattern that no file can fit",
	why: ["What it was to leave out is sent to the builder, and gets into the image with `COPY .`."],
	fixes: {
		onRequest: "A list in braces becomes a line for each of its parts.",
		never: "What lies outside of the build's folder is not sent anyway.",
	},
	examples: [
		{
			bad: dockerignore`
				*.{log,tmp}
			`,
			good: dockerignore`
				*.log
				*.tmp
			`,
		},
	],

	check({ text, patterns }) {
		return patterns.flatMap((pattern): readonly Problem[] => {
			const { at } = pattern;
			if (/^\.\.(?:\/|$)/.test(pattern.text)) return [{ at, message: say`paths begin at the build's folder, and no file in it is above it` }];
			const braces = /\{[^{},]*(?:,[^{},]*)+\}/.exec(text.slice(at.start, at.end));
			if (!braces) return [];
			const range = { start: at.start + braces.index, end: at.start + braces.index + braces[0].length };
			return [{ at: range, message: say`Docker knows no lists in braces, so this fits only a name with braces in it`, fix: withoutBraces(text, at, range) }];
		});
	},
});

function withoutBraces(text: string, at: Range, { start, end }: Range): Fix {
	const parts = text.slice(start + 1, end - 1).split(",");
	const lines = parts.map((part) => text.slice(at.start, start) + part.trim() + text.slice(end, at.end));
	return { title: say`Write a line for each`, edits: [replace(at, lines.join(lineBreakIn(text)))], safe: false };
}
