import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "su-without-command",
	peers: { shellcheck: [{ id: "SC2117", severity: "info" }] },
	category: "correctness",
	severity: "warning",
	title: "`su` starts a shell that nothing is told",
	why: [
		"`su app` starts a shell that reads its commands from a terminal, finds none, and ends.",
		"What comes behind it runs as before, and not as that user; `USER`, or `su app -c`, says what was meant.",
	],
	fixes: { never: "Which of the commands are the user's is for you to say." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN su app && make
			`,
			good: dockerfile`
				FROM debian:12
				RUN su app -c make
			`,
		},
	],
	needs: ["su"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "su")) {
			const { args, inputs, redirects, joint, program } = command;
			if (!program || joint === "|" || inputs.length > 0 || redirects.some(({ operator }) => operator.startsWith("<"))) continue;
			if (
				args.some(({ text }) => /^-\w*c|^--(?:command|session-command|help|version)\b|^["']?\$/.test(text)) ||
				args.filter(({ text }) => !text.startsWith("-")).length > 1
			)
				continue;
			problems.push({ at: command.range, message: say`\`su\` starts a shell that has nothing to do, and what follows runs as before` });
		}
		return problems;
	},
});
