import { labelsOf } from "../../dockerfile/labels.ts";
import { outputStages } from "../../dockerfile/shipped-stages.ts";
import { type Stage, stageReferences, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { everyImageAsHadolint } from "../every-stage.ts";

export default dockerfileRule({
	id: "missing-label",
	peers: { hadolint: ["DL3049"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "The image has not all labels that it should have",
	why: [
		"Labels say where an image comes from, what is in it and whom to ask; who finds one running without them has to guess.",
		"Which labels your images need is a matter of your house: list their keys in the option.",
	],
	fixes: { never: "What the label should say is not known." },
	options: {
		labels: { default: ["org.opencontainers.image.source"], strict: [], hadolint: [], description: "Keys of the labels that an image must have." },
		everyStage: everyImageAsHadolint,
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.source="https://example.com/web"
				CMD ["bash"]
			`,
		},
	],

	check(file, { options: { labels, everyStage } }) {
		const problems: Problem[] = [];
		for (const key of labels) {
			const { labelled, excused } = labelledStages(file, key);
			for (const stage of everyStage ? stagesOf(file) : outputStages(file)) {
				if (labelled.has(stage) || (everyStage && excused.has(stage))) continue;
				problems.push({ at: stage.image ?? stage.from.keywordRange, message: say`the image has no label \`${key}\`` });
			}
		}
		return problems;
	},
});

/** `excused` are stages that hadolint does not ask: those of which files are taken, and those on which one without a name is built that has the label. */
function labelledStages(file: Dockerfile, key: string): { readonly labelled: ReadonlySet<Stage>; readonly excused: ReadonlySet<Stage> } {
	const own = new Set(labelsOf(file).flatMap((label) => (label.key === key ? (label.stage ?? []) : [])));
	const labelled = new Set<Stage>();
	const excused = new Set<Stage>();
	for (const stage of stagesOf(file)) {
		if (own.has(stage) || (stage.parent && labelled.has(stage.parent))) labelled.add(stage);
		if (own.has(stage) && stage.parent && !stage.name) excused.add(stage.parent);
	}
	for (const { instruction, to, stage } of stageReferences(file))
		if (instruction.keyword === "COPY" && stage && stage.name?.text === to.text) excused.add(stage);
	return { labelled, excused };
}
