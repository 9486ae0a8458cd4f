import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "read-mangles-backslashes",
	peers: { shellcheck: [{ id: "SC2162", severity: "info" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "`read` eats backslashes",
	why: ["Without `-r` a backslash in what is read is taken away with what it stands before."],
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN while read line; do echo "$line"; done < list
			`,
			good: dockerfile`
				FROM debian:12
				RUN while read -r line; do echo "$line"; done < list
			`,
		},
	],
	needs: ["read"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "read")) {
			const { program, args, exec } = command;
			if (!program || exec || args.some(({ text }) => /^-[a-zA-Z]*r/.test(text))) continue;
			problems.push({
				at: program,
				message: say`\`read\` without \`-r\` takes backslashes away`,
				fix: { title: say`Add \`-r\``, edits: [insert(program.end, " -r")], safe: false },
			});
		}
		return problems;
	},
});
