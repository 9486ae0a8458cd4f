import type { Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { mayFailUnnoticed, powershellScripts, settingBefore, settingInShell, speaksOf } from "../../shell/powershell.ts";
import { say } from "../../text/message.ts";
import type { Edit } from "../../text/text.ts";

export default dockerfileRule({
	id: "powershell-errors-ignored",
	peers: { tally: ["tally/powershell/error-action-preference"] },
	category: "correctness",
	severity: "warning",
	title: "PowerShell goes on after an error, and the build does not notice",
	why: [
		"PowerShell prints most errors and goes on with the next statement: where the last one works out, the `RUN` has worked out, whatever failed before.",
		"With `$ErrorActionPreference = 'Stop'` the first error ends it, and the build.",
	],
	fixes: {
		onRequest: "Errors that nobody has noticed so far stop the build then.",
		never: "Another shell would read the setting in its own way.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				SHELL ["powershell", "-Command"]
				RUN Expand-Archive web.zip C:/web; Remove-Item web.zip
			`,
			good: dockerfile`
				FROM mcr.microsoft.com/windows/servercore:ltsc2022
				SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
				RUN Expand-Archive web.zip C:/web; Remove-Item web.zip
			`,
		},
	],

	needs: ["SHELL", "powershell", "pwsh"],
	check(file) {
		const problems: Problem[] = [];
		const seen = new Set<Instruction>();
		for (const script of powershellScripts(file)) {
			const { shell, at } = script;
			if (!mayFailUnnoticed(script) || speaksOf(script, handled) || (shell && seen.has(shell))) continue;
			if (shell) seen.add(shell);
			const edit = shell ? settingInShell(shell, "ErrorActionPreference", "Stop") : settingBefore(script, "ErrorActionPreference", "Stop");
			const fix = edit && stopAt(edit);
			const message = shell ? say`the \`RUN\`s of this shell go on after an error` : say`PowerShell goes on after an error, and only the last statement counts`;
			problems.push({ at: shell ? shell.argsRange : at, message, ...(fix && { fix }) });
		}
		return problems;
	},
});

/** Who speaks of errors at all knows of it. */
const handled = /ErrorAction|-EA\b|\bcatch\b|\bthrow\b|LASTEXITCODE|\$\?/i;

const stopAt = (edit: Edit): Fix => ({ title: say`Stop at the first error`, edits: [edit], safe: false });
