import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import type { Instruction } from "../../dockerfile/syntax.ts";
import { asHadolint } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "pointless-command",
	peers: {
		hadolint: [{ id: "DL3001", severity: "info" }],
		tally: ["hadolint/DL3001"],
		kics: ["9b6b0f38"],
		semgrep: ["nonsensical-command"],
	},
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A command has no meaning in a build",
	why: [
		"A build has no terminal, no services and no processes that were there before: what looks at them, or waits for a user, does nothing that lasts.",
		"Such a line is mostly left from trying things out in a running container.",
	],
	options: {
		commands: { default: ["free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"], description: "The programs that are reported." },
	},
	fixes: { never: "Only you know what the line was for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN ps aux
			`,
			good: dockerfile`
				FROM debian:12
				RUN cat /etc/os-release
			`,
		},
	],
	needs: ["RUN"],

	check(file, { options: { commands } }) {
		const problems: Problem[] = [];
		for (const { run, command } of commandsNamed(file, ...commands)) {
			// A script that starts a service may bear its name.
			if (command.program?.text.includes("init.d") || (command.name === "ssh" && mountsSsh(run))) continue;
			problems.push({ at: command.program ?? command.range, message: say`\`${command.name ?? ""}\` has no meaning in a build`, ...asHadolint({ command }) });
		}
		return problems;
	},
});

const mountsSsh = ({ flags }: Instruction): boolean => flags.some(({ name, value }) => name === "mount" && /(?:^|,)type=ssh(?:,|$)/.test(value?.text ?? ""));
