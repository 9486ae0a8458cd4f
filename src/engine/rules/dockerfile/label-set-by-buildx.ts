import { labelsOf, removeLabel } from "../../dockerfile/labels.ts";
import { outputStages } from "../../dockerfile/shipped-stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "label-set-by-buildx",
	peers: { tally: ["tally/labels/no-buildx-git-overlap"] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "A label says what Buildx can tell by itself",
	why: [
		"With `BUILDX_GIT_LABELS` in its environment Buildx labels images with the commit and the path of the Dockerfile, and in `full` with the repository, so that these are always right.",
		"What the file says of the same is one more thing to keep up to date, and one of the two is lost.",
	],
	fixes: {
		onRequest: "The label goes; the builds have to set `BUILDX_GIT_LABELS`.",
		never: "A comment stands inside the instruction.",
	},
	options: {
		labels: {
			default: ["org.opencontainers.image.revision", "com.docker.image.source.entrypoint"],
			description: "Keys of the labels that Buildx sets; with `BUILDX_GIT_LABELS=full` also `org.opencontainers.image.source`.",
		},
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL title="web" org.opencontainers.image.revision="4f2a9c1"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL title="web"
			`,
		},
	],

	needs: ["LABEL"],
	check(file, { options: { labels } }) {
		const problems: Problem[] = [];
		for (const label of labelsOf(file)) {
			if (label.key === undefined || !labels.includes(label.key) || !label.stage || !outputStages(file).includes(label.stage)) continue;
			const edit = removeLabel(file, label);
			problems.push({
				at: label.name,
				message: say`Buildx can set \`${label.key}\` by itself`,
				...(edit && { fix: { title: say`Leave it to Buildx`, edits: [edit], safe: false } }),
			});
		}
		return problems;
	},
});
