import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "glob-as-option",
	peers: { shellcheck: [{ id: "SC2035", severity: "info" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "A name that begins with a dash is taken for an option",
	why: ["`*` also stands for files whose names begin with `-`, and the program takes those for options."],
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN rm *.deb
			`,
			good: dockerfile`
				FROM debian:12
				RUN rm ./*.deb
			`,
		},
	],
	needs: ["*"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(
			file,
			"rm",
			"cp",
			"mv",
			"chown",
			"chmod",
			"ls",
			"cat",
			"tar",
			"grep",
			"sed",
			"head",
			"tail",
			"wc",
			"touch",
			"dpkg",
			"unzip",
			"gzip",
			"cmp",
		)) {
			if (command.exec) continue;
			for (const word of command.args) {
				// What is named before a dash may be an option's value.
				if (!/^\*(?!\*?$.)/.test(word.text) || word.value !== undefined) continue;
				if (command.args.some(({ value }) => value === "--")) break;
				problems.push({
					at: word,
					message: say`a file that begins with \`-\` is an option here`,
					fix: { title: say`Begin with \`./\``, edits: [insert(word.start, "./")], safe: false },
				});
			}
		}
		return problems;
	},
});
