import { imageLabels, labelsOf } from "../../dockerfile/labels.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { judgedLabels } from "../labels.ts";

export default dockerfileRule({
	id: "empty-label",
	peers: { hadolint: ["DL3051"] },
	category: "practice",
	severity: "off",
	title: "A label that should say something is empty",
	why: ["A label without a value tells those who look for it no more than one that is not there, and tools may take it for an answer."],
	fixes: { never: "What it should say is not known." },
	options: { labels: { ...judgedLabels(...imageLabels), description: "Keys of the labels that must have a value." } },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.title=""
			`,
			good: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.title="Web server"
			`,
		},
	],

	needs: ["LABEL"],
	check(file, { options: { labels } }) {
		const problems: Problem[] = [];
		if (labels.length === 0) return problems;
		for (const { key = "", name, value, written } of labelsOf(file))
			if (value === "" && labels.includes(key))
				problems.push({ at: name, message: say`the label \`${key}\` is empty`, ...(written !== "" && { as: { hadolint: false } }) });
		return problems;
	},
});
