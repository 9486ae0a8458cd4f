import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "test-without-blanks",
	peers: {
		shellcheck: [
			{ id: "SC1035", severity: "error" },
			{ id: "SC1020", severity: "error" },
		],
	},
	category: "correctness",
	severity: "error",
	title: "A test lacks a blank",
	why: [
		"`[` is a program, and its words need blanks between them: `[-f` is another program, which does not exist.",
		'In a condition that error counts as "no".',
	],
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN if [-f /etc/app.conf ]; then rm /etc/app.conf; fi
			`,
			good: dockerfile`
				FROM debian:12
				RUN if [ -f /etc/app.conf ]; then rm /etc/app.conf; fi
			`,
		},
	],
	needs: ["["],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "[")) {
			for (const { name, program, args, exec } of commandsOf(file, run)) {
				if (!program || exec) continue;
				const last = args.at(-1);
				if (/^\[{1,2}(?:[!$"'-]|[\w])/.test(program.text) && last?.text.endsWith("]")) {
					const length = program.text.startsWith("[[") ? 2 : 1;
					problems.push({
						at: program,
						message: say`\`${program.text}\` is one word, and no test`,
						fix: { title: say`Add the blank`, edits: [insert(program.start + length, " ")], safe: false },
					});
				} else if (name === "[" && last && last.text !== "]" && /[^\\\]]\]$/.test(last.text) && !args.some(({ text }) => text === "]")) {
					problems.push({
						at: last,
						message: say`the \`]\` is a word of its own`,
						fix: { title: say`Add the blank`, edits: [insert(last.end - 1, " ")], safe: false },
					});
				}
			}
		}
		return problems;
	},
});
