import { flagOf, instructionsOf } from "../../dockerfile/instructions.ts";
import { findStage, rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { baseImage } from "../../image/base-images.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "whole-filesystem-copied",
	peers: { hadolint: ["DL3067"] },
	category: "size",
	severity: "warning",
	title: "All files of another stage are copied over this one's",
	why: [
		"`COPY --from=stage / /` lays a whole file system over another: programs and libraries of two distributions mix, and all of it is in the image once more.",
		"Only what the stage has made is needed.",
	],
	fixes: { never: "Which files are needed is for you to say." },
	needs: ["COPY"],
	options: {
		everyCopy: {
			default: false,
			hadolint: true,
			description: "Report also what is copied to `scratch`, which makes one layer of many, and from images that may hold a few tools alone.",
		},
	},
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.24 AS build
				RUN go build -o /web .
				FROM debian:12
				COPY --from=build / /
			`,
			good: dockerfile`
				FROM golang:1.24 AS build
				RUN go build -o /web .
				FROM debian:12
				COPY --from=build /web /web
			`,
		},
	],

	check(file, { options: { everyCopy } }) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "COPY")) {
			const { args, flags } = instruction;
			if (args.length !== 2 || flags.length === 0 || !flagOf(instruction, "from") || flagOf(instruction, "parents")) continue;
			const [source, target] = args;
			if (valueOf(file, instruction, source) !== "/" || valueOf(file, instruction, target) !== "/") continue;
			if (!everyCopy && !isWaste(file, instruction)) continue;
			problems.push({
				at: source ?? instruction.argsRange,
				message: say`all files of \`${flagOf(instruction, "from")?.value?.text ?? ""}\` are laid over this stage's own`,
			});
		}
		return problems;
	},
});

/** Whether what is copied is a distribution, as far as its name tells, and something is there already. */
function isWaste(file: Dockerfile, instruction: Instruction): boolean {
	const stage = stageOf(file, instruction);
	const from = flagOf(instruction, "from")?.value?.text ?? "";
	const source = findStage(file, from);
	const image = source ? rootImageOf(file, source) : from;
	if (!stage || !image || rootImageOf(file, stage) === "scratch") return false;
	return image !== "scratch" && baseImage(image).user !== "unknown";
}
