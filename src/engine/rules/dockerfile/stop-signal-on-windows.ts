import { instructionsOf } from "../../dockerfile/instructions.ts";
import { removeInstruction } from "../../dockerfile/remove-instruction.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "stop-signal-on-windows",
	peers: { tally: ["tally/windows/no-stopsignal"] },
	category: "correctness",
	severity: "warning",
	title: "`STOPSIGNAL` does nothing in a Windows image",
	why: [
		"Windows has no signals: a container is shut down or killed there, whatever `STOPSIGNAL` says.",
		"Whoever counts on the signal waits for a clean end that never comes.",
	],
	fixes: {
		onRequest: "What is written in the image's configuration changes, and nothing else.",
		never: "A comment stands inside the instruction.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				STOPSIGNAL SIGINT
				CMD ["web.exe"]
			`,
			good: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				CMD ["web.exe"]
			`,
		},
	],

	needs: ["STOPSIGNAL"],
	check(file) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "STOPSIGNAL")) {
			const stage = stageOf(file, instruction);
			if (!stage || !isWindowsStage(file, stage)) continue;
			const signal = valueOf(file, instruction, instruction.args[0]);
			// To kill at once is the one thing that Docker can do there as well.
			if (signal === undefined || /^(?:SIG)?KILL$|^9$/i.test(signal)) continue;
			const edit = removeInstruction(file, instruction);
			const fix = edit && { title: say`Remove \`STOPSIGNAL\``, edits: [edit], safe: false };
			problems.push({ at: instruction.range, message: say`Windows has no signals, so that \`STOPSIGNAL\` does nothing`, ...(fix && { fix }) });
		}
		return problems;
	},
});
