import { rootImageOf, type Stage, stageReferences } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "copy-from-empty-stage",
	peers: { tally: ["tally/copy-from-empty-scratch-stage"] },
	category: "correctness",
	severity: "off",
	title: "Files are taken from a stage that has none",
	why: [
		"A stage that begins from `scratch` has the files alone that it is given: where nothing is copied into it, the build fails at what takes something out.",
		"Only a build that puts a context of the same name in its place, with `--build-context`, can go on.",
	],
	fixes: { never: "What the stage is to hold is for you to say." },
	examples: [
		{
			bad: dockerfile`
				FROM scratch AS files
				FROM debian:12
				COPY --from=files /web /web
			`,
			good: dockerfile`
				FROM scratch AS files
				COPY web /web
				FROM debian:12
				COPY --from=files /web /web
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const { stage, to } of stageReferences(file)) {
			if (stage && isEmpty(file, stage))
				problems.push({ at: to, message: say`the stage \`${to.text}\` begins from \`scratch\`, and nothing is copied into it` });
		}
		return problems;
	},
});

function isEmpty(file: Dockerfile, stage: Stage): boolean {
	if (rootImageOf(file, stage) !== "scratch") return false;
	for (let each: Stage | undefined = stage; each; each = each.parent) if (each.instructions.some(({ keyword }) => filling.has(keyword))) return false;
	return true;
}

/** WORKDIR makes its folder. */
const filling = new Set(["ADD", "COPY", "RUN", "WORKDIR"]);
