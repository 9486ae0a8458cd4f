import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "which-command",
	peers: { shellcheck: [{ id: "SC2230", severity: "info" }] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "`which` is asked for a program",
	why: ["`which` is a program of its own, which small images do not have, and its answer and status differ.", "`command -v` is part of every shell."],
	fixes: { onRequest: "One program is asked for.", never: "There are options, or several programs." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN which python3
			`,
			good: dockerfile`
				FROM debian:12
				RUN command -v python3
			`,
		},
	],
	needs: ["which"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "which")) {
			const { program, args, exec, wrappers } = command;
			if (!program || exec || wrappers.length > 0) continue;
			const isPlain = args.length === 1 && !args[0]?.text.startsWith("-");
			problems.push({
				at: program,
				message: say`\`which\` is a program that may not be there`,
				...(isPlain && { fix: { title: say`Use \`command -v\``, edits: [replace(program, "command -v")], safe: false } }),
			});
		}
		return problems;
	},
});
