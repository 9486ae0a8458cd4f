import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "set-as-assignment",
	peers: { shellcheck: [{ id: "SC2121", severity: "warning" }] },
	category: "correctness",
	severity: "warning",
	title: "`set` does not assign a variable",
	why: ["On Windows `set A=b` sets a variable; in a shell it sets `$1` to `A=b`, and `A` stays as it is."],
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN set VERSION=1.0 && make
			`,
			good: dockerfile`
				FROM debian:12
				RUN VERSION=1.0 && make
			`,
		},
	],
	needs: ["set"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "set")) {
			const { args, program } = command;
			const [word] = args;
			if (!program || !word || args.length !== 1 || !/^[A-Za-z_]\w*=/.test(word.text)) continue;
			problems.push({
				at: command.range,
				message: say`\`set\` does not set a variable in this shell`,
				fix: { title: say`Remove \`set\``, edits: [remove({ start: program.start, end: word.start })], safe: false },
			});
		}
		return problems;
	},
});
