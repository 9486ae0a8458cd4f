import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "variable-in-single-quotes",
	peers: { shellcheck: [{ id: "SC2016", severity: "info" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "A variable in single quotes",
	why: [
		"In single quotes `$name` is text, and no variable.",
		"Where another program or a later shell is to read it that is right; where the value was meant it is not there.",
	],
	fixes: { onRequest: "There is nothing in it that double quotes would change besides.", never: "There is." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN echo 'version $VERSION' > /etc/version
			`,
			good: dockerfile`
				FROM debian:12
				RUN echo "version $VERSION" > /etc/version
			`,
		},
	],
	needs: ["$"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "echo", "printf", "mkdir", "cp", "mv", "rm", "export", "cd", "touch", "[", "test")) {
			if (command.exec) continue;
			for (const word of command.args) {
				if (!/^'[^']*\$(?:[A-Za-z_{(])[^']*'$/.test(word.text)) continue;
				const isPlain = /^'[^'"\\`!(]*'$/.test(word.text);
				problems.push({
					at: word,
					message: say`what looks like a variable is text here`,
					...(isPlain && { fix: { title: say`Use double quotes`, edits: [replace(word, `"${word.text.slice(1, -1)}"`)], safe: false } }),
				});
			}
		}
		return problems;
	},
});
