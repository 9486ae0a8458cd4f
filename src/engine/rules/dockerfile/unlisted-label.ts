import { imageLabels, labelsOf, removeLabel } from "../../dockerfile/labels.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "unlisted-label",
	peers: { hadolint: ["DL3050"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A label is not among those that are agreed upon",
	why: [
		"Labels are read by programs that look for a key letter by letter: one that nobody has agreed upon is mostly a misspelt one, and found by none.",
		"Which labels your images may have is a matter of your house: list their keys in the option.",
	],
	fixes: {
		onRequest: "The label goes.",
		never: "A comment stands inside, or it is a label of the old form among others.",
	},
	options: {
		labels: {
			default: ["maintainer", ...imageLabels],
			strict: [],
			hadolint: [],
			description: "Keys of the labels that an image may have; without any, nothing is reported.",
		},
		allowNone: { default: false, description: "Report every label where the list is empty." },
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL maintainer="jane@example.com" maintainr="jane@example.com"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL maintainer="jane@example.com"
			`,
		},
	],

	needs: ["LABEL"],
	check(file, { options: { labels, allowNone } }) {
		const problems: Problem[] = [];
		if (labels.length === 0 && !allowNone) return problems;
		for (const label of labelsOf(file)) {
			if (label.key === undefined || labels.includes(label.key)) continue;
			const edit = removeLabel(file, label);
			problems.push({
				at: label.name,
				message: say`\`${label.key}\` is not among the labels that are agreed upon`,
				...(edit && { fix: { title: say`Remove the label`, edits: [edit], safe: false } }),
			});
		}
		return problems;
	},
});
