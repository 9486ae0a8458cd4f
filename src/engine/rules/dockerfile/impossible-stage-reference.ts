import { flagOf, instructionsOf } from "../../dockerfile/instructions.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import type { Range } from "../../text/text.ts";
import { notHadolints } from "../as-hadolint.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "impossible-stage-reference",
	peers: {
		hadolint: ["DL3023"],
		tally: ["tally/circular-stage-deps", "hadolint/DL3023"],
		trivy: ["DS-0006"],
		kics: ["cdddb86f"],
	},
	category: "correctness",
	severity: "error",
	title: "A stage takes files from where it cannot",
	why: [
		"A stage takes files from a stage above it, not from itself, from one below, or from one that takes files from it.",
		"Docker looks for the name as it is written: variables are not replaced in it.",
	],
	fixes: {
		never: "Which stage is meant is for you to say.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12 AS app
				COPY --from=app /bin/tool /usr/bin/tool
			`,
			good: dockerfile`
				FROM debian:12 AS tools
				FROM debian:12 AS app
				COPY --from=tools /bin/tool /usr/bin/tool
			`,
		},
	],

	needs: ["refused"],
	check: (file) => {
		const problems = reportRefusals(file, "stage");
		return problems.length === 0 ? problems : problems.map((problem) => (isOwnStage(file, problem.at) ? problem : { ...problem, ...notHadolints }));
	},
});

/** hadolint knows of stages that take from themselves alone. */
function isOwnStage(file: Dockerfile, at: Range): boolean {
	const copy = instructionsOf(file, "COPY").find(({ range }) => range.start <= at.start && at.end <= range.end);
	const from = copy && flagOf(copy, "from")?.value?.text;
	return copy !== undefined && from !== undefined && stageOf(file, copy)?.name?.text === from;
}
