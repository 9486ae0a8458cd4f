import { type Stage, stageOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { type PowerShellScript, powershellScripts } from "../../shell/powershell.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "powershell-started-by-each-run",
	peers: { tally: ["tally/powershell/prefer-shell-instruction"] },
	category: "style",
	severity: "off",
	title: "Each `RUN` starts PowerShell for itself",
	why: [
		"Two shells read such a script, each with quotes of its own, and settings have to be said again each time.",
		'`SHELL ["powershell", "-Command", "$ErrorActionPreference = \'Stop\';"]` says once who reads the scripts, and how.',
	],
	fixes: { never: "Two shells have read the quotes, and what is for the other one would go to PowerShell, too." },
	examples: [
		{
			bad: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				RUN powershell -Command Expand-Archive web.zip C:/web
				RUN powershell -Command Remove-Item web.zip
			`,
			good: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
				RUN Expand-Archive web.zip C:/web
				RUN Remove-Item web.zip
			`,
		},
	],

	needs: ["powershell", "pwsh"],
	check(file) {
		const problems: Problem[] = [];
		const byStage = new Map<Stage, PowerShellScript[]>();
		for (const script of powershellScripts(file)) {
			const stage = stageOf(file, script.run);
			if (!stage || script.shell || script.run.json) continue;
			const others = byStage.get(stage);
			if (others) others.push(script);
			else byStage.set(stage, [script]);
		}
		for (const [first, ...others] of byStage.values()) {
			if (first && others.length > 0)
				problems.push({ at: first.at, message: say`${others.length + 1} \`RUN\`s of this stage start PowerShell, each for itself` });
		}
		return problems;
	},
});
