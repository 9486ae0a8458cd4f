import { type Label, labelsOf, removeLabel } from "../../dockerfile/labels.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "duplicate-label",
	peers: { tally: ["tally/labels/no-duplicate-keys"] },
	category: "correctness",
	severity: "warning",
	title: "A label is set twice in a stage",
	why: ["Of two values of a label the last counts; the first is forgotten without a word, and who reads or changes it changes nothing."],
	fixes: {
		safely: "The earlier pair goes; Docker takes the last one alone.",
		never: "A comment stands inside, or a label of the old form.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL version="1.0"
				LABEL version="1.1"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL version="1.1"
			`,
		},
	],

	needs: ["LABEL"],
	check(file) {
		const problems: Problem[] = [];
		const labels = labelsOf(file);
		if (labels.length < 2) return problems;
		let stage = labels[0]?.stage;
		let last = new Map<string, Label>();
		for (const label of labels) {
			if (label.stage !== stage) [stage, last] = [label.stage, new Map()];
			if (label.key === undefined) continue;
			const before = last.get(label.key);
			last.set(label.key, label);
			if (!before) continue;
			const edit = removeLabel(file, before);
			problems.push({
				at: before.name,
				message: say`the label \`${label.key}\` is set again below, and this value is lost`,
				related: [{ at: label.name, message: say`this one counts` }],
				tag: "unnecessary",
				...(edit && { fix: { title: say`Remove the lost value`, edits: [edit], safe: true } }),
			});
		}
		return problems;
	},
});
