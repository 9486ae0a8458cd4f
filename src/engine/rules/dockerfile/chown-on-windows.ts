import { instructionsOf } from "../../dockerfile/instructions.ts";
import { removeFlag } from "../../dockerfile/remove-flag.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "chown-on-windows",
	peers: { tally: ["tally/windows/no-chown-flag"] },
	category: "correctness",
	severity: "warning",
	title: "`--chown` or `--chmod` is not for Windows images",
	why: [
		"Owners and modes as Linux knows them do not exist on Windows: BuildKit leaves the flags alone there, and only Docker's old builder looks at owners.",
		"Who reads the flag takes the files for protected; permissions on Windows are set with `icacls`.",
	],
	fixes: {
		safely: "`--chmod` goes; it has done nothing.",
		onRequest: "`--chown` does something in builds without BuildKit.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				COPY --chown=app web.config C:/web/
			`,
			good: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				COPY web.config C:/web/
			`,
		},
	],

	needs: ["COPY", "ADD"],
	check(file) {
		const problems: Problem[] = [];
		for (const keyword of ["COPY", "ADD"]) {
			for (const instruction of instructionsOf(file, keyword)) {
				for (const flag of instruction.flags) {
					// https://docs.docker.com/reference/dockerfile/#copy---chown---chmod
					if (flag.name !== "chown" && flag.name !== "chmod") continue;
					const stage = stageOf(file, instruction);
					if (!stage || !isWindowsStage(file, stage)) continue;
					const fix = { title: say`Remove \`--${flag.name}\``, edits: [removeFlag(file, flag)], safe: flag.name === "chmod" };
					problems.push({ at: flag, message: say`\`--${flag.name}\` is for Linux images, and does nothing in one of Windows`, tag: "unnecessary", fix });
				}
			}
		}
		return problems;
	},
});
