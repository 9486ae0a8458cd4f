import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "system-directory-removed",
	peers: { shellcheck: [{ id: "SC2114", severity: "warning" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "A directory of the system is removed",
	why: [
		"What stands in `/usr`, `/etc` or `/var` belongs to packages, which go on as if it were there.",
		"Only where an image is emptied on purpose that is right.",
	],
	fixes: { never: "What was meant is for you to say." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN rm -rf /usr
			`,
			good: dockerfile`
				FROM debian:12
				RUN rm -rf /usr/share/doc
			`,
		},
	],
	needs: ["rm"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "rm")) {
			if (!command.args.some(({ text }) => /^-\w*[rR]|^--recursive$/.test(text))) continue;
			for (const word of command.args) {
				if (/^\/(?:bin|boot|dev|etc|home|lib|lib64|opt|proc|root|sbin|srv|sys|usr|var|usr\/(?:bin|lib|sbin|share|local)|var\/lib)?\/?$/.test(word.value ?? ""))
					problems.push({ at: word, message: say`this is a directory of the system` });
			}
		}
		return problems;
	},
});
