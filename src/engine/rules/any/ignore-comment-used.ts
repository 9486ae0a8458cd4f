import { dockerfile, ignoreRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default ignoreRule({
	id: "ignore-comment-used",
	peers: { hadolint: [{ id: "DL1001", severity: "off" }] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "A comment ignores a rule",
	why: ["A house may want that rules are switched off in its configuration alone, where all see it, and not in the files."],
	fixes: { never: "Whether the comment is needed is for you to say." },
	options: { comments: { default: true, strict: false, description: "Report comments that ignore rules." } },
	examples: [
		{
			bad: dockerfile`
				# hullwright ignore=from-latest-tag
				FROM alpine:latest
			`,
			good: dockerfile`
				FROM alpine:latest
			`,
		},
	],

	*judge(ignored, { comments }) {
		if (!comments) return;
		for (const { name, at, comment } of ignored) {
			// hadolint speaks of its own comments, and not of those for the whole file.
			const isHadolints = comment.dialect === "hadolint" && comment.scope === "below";
			yield { at, message: say`a comment ignores \`${name}\``, as: { hadolint: isHadolints && { id: "DL1001", at: comment.range.start } } };
		}
	},
});
