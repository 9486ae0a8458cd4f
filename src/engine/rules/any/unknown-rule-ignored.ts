import { replace } from "../../text/text.ts";
import { dockerfile, ignoreRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default ignoreRule({
	id: "unknown-rule-ignored",
	category: "correctness",
	severity: "info",
	title: "A comment ignores a rule that does not exist",
	why: [
		"The comment does nothing: the rule it means goes on reporting.",
		"Ids of hadolint, ShellCheck and BuildKit are never reported, whether Hullwright has such a rule or not.",
	],
	fixes: {
		onRequest: "The name is replaced by one that is spelt alike, or taken out.",
		never: "The comment names no rule.",
	},
	examples: [
		{
			bad: dockerfile`
				# hullwright ignore=from-latest-tags
				FROM alpine:3.22
			`,
			good: dockerfile`
				# hullwright ignore=from-latest-tag
				FROM alpine:3.22
			`,
		},
	],

	*judge(ignored) {
		for (const { name, at, status, similar, removal } of ignored) {
			if (status !== "unknown") continue;
			if (!name) yield { at, message: say`This comment names no rule to ignore` };
			else if (similar)
				yield {
					at,
					message: say`No rule is named \`${name}\`; did you mean \`${similar}\`?`,
					fix: { title: say`Replace with \`${similar}\``, edits: [replace(at, similar)], safe: false },
				};
			else yield { at, message: say`No rule is named \`${name}\``, fix: { title: say`Stop ignoring \`${name}\``, edits: [removal], safe: false } };
		}
	},
});
