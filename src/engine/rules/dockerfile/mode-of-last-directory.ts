import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "mode-of-last-directory",
	peers: { shellcheck: [{ id: "SC2174", severity: "warning" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "`mkdir -m` sets the last directory's mode alone",
	why: ["With `-p` the directories above are made with the usual mode, and nobody but root may write there."],
	fixes: { never: "Which directories are meant is for you to say." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN mkdir -p -m 0777 /data/files
			`,
			good: dockerfile`
				FROM debian:12
				RUN mkdir -p /data/files && chmod 0777 /data /data/files
			`,
		},
	],
	needs: ["mkdir"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "mkdir")) {
			const { args } = command;
			const mode = args.find(({ text }) => /^-\w*m|^--mode\b/.test(text));
			if (!mode || !args.some(({ text }) => /^-\w*p|^--parents$/.test(text)) || !args.some(({ text }) => /[^/]\/[^/]/.test(text))) continue;
			problems.push({ at: mode, message: say`the mode is that of the last directory alone` });
		}
		return problems;
	},
});
