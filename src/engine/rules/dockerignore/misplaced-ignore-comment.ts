import { dockerignore, dockerignoreRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert, type Range, remove } from "../../text/text.ts";
import { lineBreakIn } from "../../text/line-break.ts";

export default dockerignoreRule({
	id: "misplaced-ignore-comment",
	category: "correctness",
	severity: "warning",
	title: "A comment that Docker takes for a part of a pattern",
	why: [
		"In a `.dockerignore` only a line whose very first character is `#` is a comment.",
		"Behind a pattern the words become a part of it, so that it fits nothing, and what it was to leave out is sent to the builder.",
	],
	fixes: {
		safely: "The blanks before a comment that has a line of its own are removed.",
		onRequest: "A comment behind a pattern gets a line of its own above, after which the pattern leaves out what it says.",
	},
	examples: [
		{
			bad: dockerignore`
				node_modules # installed in the image
			`,
			good: dockerignore`
				# installed in the image
				node_modules
			`,
		},
	],

	check({ text, patterns }) {
		return patterns.flatMap(({ at }) => {
			const written = text.slice(at.start, at.end);
			if (written.startsWith("#")) {
				const lineStart = text.lastIndexOf("\n", at.start - 1) + 1;
				const start = text[lineStart] === "\uFEFF" ? lineStart + 1 : lineStart;
				const fix: Fix = { title: say`Remove the blanks before it`, edits: [remove({ start, end: at.start })], safe: true };
				return [{ at, message: say`this is a pattern, for a comment begins with the line's first character`, fix }];
			}
			const before = written.search(/[ \t]+#(?=[ \t\w])/);
			if (before < 0) return [];
			const comment = { start: at.start + written.indexOf("#", before), end: at.end };
			return [{ at: comment, message: say`this is a part of the pattern, which so fits nothing`, fix: moveAbove(text, at, before, comment) }];
		});
	},
});

function moveAbove(text: string, { start, end }: Range, before: number, comment: Range): Fix {
	return {
		title: say`Put the comment above`,
		edits: [insert(start, `${text.slice(comment.start, comment.end)}${lineBreakIn(text)}`), remove({ start: start + before, end })],
		safe: false,
	};
}
