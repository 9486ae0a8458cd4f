import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { replace, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "cat-in-pipe",
	peers: { shellcheck: [{ id: "SC2002", severity: "info" }] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "`cat` for one file in front of a pipe",
	why: ["The program behind the pipe can read the file itself, with one process less, and then its failure to find the file is noticed."],
	fixes: { onRequest: "They stand on one line.", never: "There is a line end between them, or a variable names the file." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN cat /etc/passwd | grep root
			`,
			good: dockerfile`
				FROM debian:12
				RUN < /etc/passwd grep root
			`,
		},
	],
	needs: ["cat"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command, commands, index } of commandsNamed(file, "cat")) {
			const { args, program, joint, redirects, exec } = command;
			const [path] = args;
			const next = commands[index + 1];
			if (!program || !path || args.length !== 1 || path.text.startsWith("-") || redirects.length > 0 || exec || joint === "|") continue;
			if (next?.joint !== "|" || next.place.process !== command.place.process || !next.program || next.wrappers.length > 0) continue;
			const between = file.text.slice(path.end, next.range.start);
			const isPlain = /^[ \t]*\|[ \t]*$/.test(between) && path.value !== undefined;
			const edits = [replace({ start: program.start, end: program.end }, "<"), remove({ start: path.end, end: next.range.start - 1 })];
			problems.push({
				at: program,
				message: say`the program behind the pipe can read the file itself`,
				...(isPlain && between.endsWith(" ") && { fix: { title: say`Use \`<\``, edits, safe: false } }),
			});
		}
		return problems;
	},
});
