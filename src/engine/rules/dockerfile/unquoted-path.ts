import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { commandsNamedWhere, runsWith } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { plainness, quoted, unquotedVariables } from "../../shell/unquoted.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "unquoted-path",
	peers: { shellcheck: [{ id: "SC2086", severity: "info" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "A path without quotes",
	why: [
		"The shell splits what an unquoted variable holds at blanks, and takes `*` in it for a pattern.",
		"Where it holds something else than expected, `rm`, `mv` or `chown` are given other files than these.",
	],
	options: { everyCommand: { default: false, hadolint: true, description: "Report also in other commands, and variables that a base image may set." } },
	fixes: { onRequest: "The word is plain, so that quotes can be put around it.", never: "There are quotes or patterns in the word." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN dir="$(cat /tmp/dir)"; rm -rf $dir
			`,
			good: dockerfile`
				FROM debian:12
				RUN dir="$(cat /tmp/dir)"; rm -rf "$dir"
			`,
		},
	],
	needs: ["$"],

	check(file, { options: { everyCommand } }) {
		const problems: Problem[] = [];
		if (everyCommand)
			for (const run of runsWith(file, "$"))
				for (const command of commandsOf(file, run)) for (const problem of check(file, run, command, true)) problems.push(problem);
		else
			for (const { run, command } of commandsNamedWhere(file, /\$/, "rm", "mv", "cp", "chown", "chmod"))
				for (const problem of check(file, run, command, false)) problems.push(problem);
		return problems;
	},
});

function* check(file: Dockerfile, run: Instruction, command: ShellCommand, isStrict: boolean): Generator<Problem> {
	if (command.exec) return;
	for (const word of command.args) {
		for (const name of unquotedVariables(word)) {
			// A list that is made to be split is named so.
			if (/^[@*]$/.test(name) || (!isStrict && /s$|list|args|opts|deps|pkg|paths/i.test(name))) continue;
			const plain = plainness(file, run, command, name);
			if (plain === "known" || (plain === "set" && (!isStrict || scopeBefore(file, run).get(name)))) continue;
			const edit = quoted(word);
			yield {
				at: word,
				message: say`\`$${name}\` may hold blanks or \`*\`, and is split where it has no quotes`,
				...(edit && { fix: { title: say`Put it in quotes`, edits: [edit], safe: false } }),
			};
			break;
		}
	}
}
