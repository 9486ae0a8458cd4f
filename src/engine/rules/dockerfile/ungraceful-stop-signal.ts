import { instructionsOf } from "../../dockerfile/instructions.ts";
import { removeInstruction } from "../../dockerfile/remove-instruction.ts";
import { canonicalSignal } from "../../dockerfile/signals.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "ungraceful-stop-signal",
	peers: {
		tally: ["tally/no-ungraceful-stopsignal"],
		"dockerfile-utils": ["INVALID_SIGNAL"],
	},
	category: "correctness",
	severity: "warning",
	title: "The stop signal leaves the program no time to end",
	why: [
		"No program can handle `SIGKILL` or `SIGSTOP`: what it has not written is lost, and its connections break off.",
		"Another signal, mostly `SIGTERM`, asks it to end; Docker kills it anyway where it has not done so after ten seconds.",
	],
	fixes: {
		onRequest: "The instruction goes, and Docker sends the signal of the base image, or `SIGTERM`.",
		never: "A comment stands inside the instruction.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				STOPSIGNAL SIGKILL
			`,
			good: dockerfile`
				FROM debian:12
			`,
		},
	],

	needs: ["STOPSIGNAL"],
	check(file) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "STOPSIGNAL")) {
			const [word] = instruction.args;
			const value = valueOf(file, instruction, word);
			const signal = value === "19" ? "SIGSTOP" : canonicalSignal(value ?? "");
			if (!word || (signal !== "SIGKILL" && signal !== "SIGSTOP")) continue;
			const stage = stageOf(file, instruction);
			if (!stage || isWindowsStage(file, stage)) continue;
			const edit = removeInstruction(file, instruction);
			problems.push({
				at: word,
				message: say`no program can handle \`${signal}\`, so \`docker stop\` ends it in the middle of its work`,
				...(edit && { fix: { title: say`Remove the STOPSIGNAL`, edits: [edit], safe: false } }),
			});
		}
		return problems;
	},
});
