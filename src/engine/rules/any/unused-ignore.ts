import { dockerfile, ignoreRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default ignoreRule({
	id: "unused-ignore",
	category: "practice",
	severity: "info",
	title: "A comment ignores a rule that reports nothing there",
	why: [
		"A comment that ignores nothing hides the next real problem of its kind, and makes readers look for a reason that is gone.",
		"Names of other linters (`DL3006`, `SC2086`, `JSONArgsRecommended`) are let be, for those linters may still report there.",
	],
	fixes: {
		onRequest: "The name is taken out of its comment.",
	},
	examples: [
		{
			bad: dockerfile`
				# hullwright ignore=from-latest-tag the newest is always tested first
				FROM alpine:3.22
			`,
			good: dockerfile`
				FROM alpine:3.22
			`,
		},
	],
	options: {
		foreign: { default: false, strict: true, description: "Report the names of other linters too, where a rule of Hullwright stands behind them." },
	},

	*judge(ignored, { foreign }) {
		for (const { name, at, status, foreign: isForeign, removal } of ignored) {
			if (status !== "unused" || (isForeign && !foreign)) continue;
			yield {
				at,
				message: say`\`${name}\` reports nothing here`,
				tag: "unnecessary",
				fix: { title: say`Stop ignoring \`${name}\``, edits: [removal], safe: false },
			};
		}
	},
});
