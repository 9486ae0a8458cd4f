import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "printf-format-from-variable",
	peers: { shellcheck: [{ id: "SC2059", severity: "info" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "A variable is the format of `printf`",
	why: ["A `%` or a backslash in the value is taken for an instruction, and something else is printed, or nothing."],
	fixes: { onRequest: "The format is the variable and nothing else.", never: "There is more in the format." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN printf "$TEXT" > /etc/app.conf
			`,
			good: dockerfile`
				FROM debian:12
				RUN printf '%s' "$TEXT" > /etc/app.conf
			`,
		},
	],
	needs: ["printf"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "printf")) {
			const [format] = command.args;
			if (!format || command.exec || format.value !== undefined || !/\$[\w{(]|`/.test(format.text) || /^["']?-/.test(format.text)) continue;
			const isAlone = command.args.length === 1 && /^"\$\w+"$|^"\$\{\w+\}"$/.test(format.text);
			problems.push({
				at: format,
				message: say`a \`%\` in the value is an instruction to \`printf\``,
				...(isAlone && { fix: { title: say`Use the format \`%s\``, edits: [insert(format.start, "'%s' ")], safe: false } }),
			});
		}
		return problems;
	},
});
