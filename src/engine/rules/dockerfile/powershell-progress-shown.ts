import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { powershellScripts, settingBefore, speaksOf } from "../../shell/powershell.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "powershell-progress-shown",
	peers: { tally: ["tally/powershell/progress-preference"] },
	category: "practice",
	severity: "info",
	title: "A progress bar that nobody sees slows a download down",
	why: [
		"Windows PowerShell draws its progress bar anew with every piece that arrives, and a download takes many times as long for it.",
		"`$ProgressPreference = 'SilentlyContinue'` switches it off.",
	],
	options: {
		everyVersion: { default: false, strict: true, description: "Report `pwsh` too, which is faster at drawing the bar." },
	},
	fixes: {
		onRequest: "Nothing else changes; that it is never a part of a script's own logic cannot be told.",
		never: "Another shell would read the setting in its own way.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				RUN powershell -Command "Invoke-WebRequest https://example.com/web.zip -OutFile web.zip"
			`,
			good: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				RUN powershell -Command "$ProgressPreference = 'SilentlyContinue'; Invoke-WebRequest https://example.com/web.zip -OutFile web.zip"
			`,
		},
	],

	needs: ["SHELL", "powershell", "pwsh"],
	check(file, { options }) {
		const problems: Problem[] = [];
		for (const script of powershellScripts(file)) {
			if (!script.isOld && !options.everyVersion) continue;
			const found = download.exec(script.text);
			if (!found || speaksOf(script, /ProgressPreference/i)) continue;
			const edit = settingBefore(script, "ProgressPreference", "SilentlyContinue");
			const fix = edit && { title: say`Switch the progress bar off`, edits: [edit], safe: false };
			const at = { start: script.toDocument(found.index), end: script.toDocument(found.index + found[0].length - 1) + 1 };
			problems.push({ at, message: say`the progress bar of \`${found[0]}\` slows the download down`, ...(fix && { fix }) });
		}
		return problems;
	},
});

const download = /(?<![\w-])(?:Invoke-WebRequest|iwr)(?![\w-])/i;
