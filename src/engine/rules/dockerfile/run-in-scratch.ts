import { rootImageOf, type Stage, stagesOf } from "../../dockerfile/stages.ts";
import type { Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "run-in-scratch",
	peers: { tally: ["tally/shell-run-in-scratch"] },
	category: "correctness",
	severity: "error",
	title: "A command runs where there is no program",
	why: ["`scratch` has no files, and so no shell and no programs: a `RUN` before anything is copied there fails."],
	fixes: { never: "Where the command should run instead is for you to say." },
	needs: ["RUN"],
	examples: [
		{
			bad: dockerfile`
				FROM scratch
				RUN mkdir /app
			`,
			good: dockerfile`
				FROM scratch
				WORKDIR /app
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			if (rootImageOf(file, stage) !== "scratch" || (stage.parent && isFilled(stage.parent))) continue;
			for (const instruction of stage.instructions) {
				if (fills(instruction)) break;
				if (instruction.keyword !== "RUN") continue;
				problems.push({ at: instruction.keywordRange, message: say`nothing is copied to this stage yet, so there is no program to run` });
				break;
			}
		}
		return problems;
	},
});

/** A mount may bring programs along. */
const fills = ({ keyword, flags }: Instruction): boolean =>
	keyword === "ADD" || keyword === "COPY" || (keyword === "RUN" && flags.some(({ name }) => name === "mount"));

function isFilled(stage: Stage): boolean {
	for (let each: Stage | undefined = stage; each; each = each.parent) if (each.instructions.some(fills)) return true;
	return false;
}
