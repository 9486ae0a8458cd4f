import { instructionsOf } from "../../dockerfile/instructions.ts";
import { mountsOf } from "../../dockerfile/mounts.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "mount-on-windows",
	peers: { tally: ["tally/windows/no-run-mounts"] },
	category: "correctness",
	severity: "error",
	title: "Windows does not know such a mount",
	why: [
		"Windows has no `tmpfs`, and BuildKit hands no SSH agent to a Windows container: the `RUN` fails.",
		"A secret is mounted there only where `target` says at which path, for Windows has no `/run/secrets`.",
		"Bind and cache mounts work since BuildKit 0.21, secrets as files since 0.33.",
	],
	fixes: { never: "Where else the files are to be is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				RUN --mount=type=ssh git clone git@example.com:web.git
			`,
			good: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				RUN --mount=type=secret,id=token,target=C:/token fetch.cmd
			`,
		},
	],

	needs: ["--mount"],
	check(file) {
		const problems: Problem[] = [];
		for (const run of instructionsOf(file, "RUN")) {
			if (run.flags.length === 0) continue;
			const stage = stageOf(file, run);
			if (!stage || !isWindowsStage(file, stage)) continue;
			const flags = run.flags.filter(({ name, value }) => name === "mount" && value);
			for (const [index, { type, fields }] of mountsOf(file, run).entries()) {
				const flag = flags[index];
				if (!flag || type === undefined) continue;
				if (type === "tmpfs" || type === "ssh") problems.push({ at: flag, message: say`a Windows container cannot have a mount of type \`${type}\`` });
				else if (type === "secret" && !fields.has("target") && !fields.has("env"))
					problems.push({ at: flag, message: say`a Windows container can have a secret only at a \`target\` that is named` });
			}
		}
		return problems;
	},
});
