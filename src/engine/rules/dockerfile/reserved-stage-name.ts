import { renameStage } from "../../dockerfile/rename-stage.ts";
import { findStage, stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { notHadolints } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "reserved-stage-name",
	peers: {
		hadolint: ["DL3063"],
		buildkit: ["ReservedStageName"],
		tally: ["buildkit/ReservedStageName"],
	},
	category: "correctness",
	severity: "warning",
	title: "A stage has a name that means something else to Docker",
	why: ["`scratch` is the empty image and `context` the folder that is built: where a stage bears such a name, nobody can tell which of the two is meant."],
	fixes: {
		onRequest: "The stage gets another name wherever it is meant; who builds it with `--target` has to change that too.",
		never: "The other name is taken, or a variable brings this one somewhere.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12 AS scratch
				RUN apt-get update
				FROM scratch
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12 AS scratch-stage
				RUN apt-get update
				FROM scratch-stage
				CMD ["bash"]
			`,
		},
	],

	needs: ["AS"],
	check(file) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			const { name } = stage;
			const reserved = name?.text.toLowerCase();
			if (!name || (reserved !== "scratch" && reserved !== "context")) continue;
			const other = `${reserved}-stage`;
			const edits = findStage(file, other) ? undefined : renameStage(file, stage, other);
			const message =
				reserved === "scratch"
					? say`\`${name.text}\` is Docker's name for the empty image, and no name for a stage`
					: say`\`${name.text}\` is Docker's name for the folder that is built, and no name for a stage`;
			problems.push({
				at: name,
				message,
				...(edits && { fix: { title: say`Call it ${other}`, edits, safe: false } }),
				...(name.text !== reserved && notHadolints),
			});
		}
		return problems;
	},
});
