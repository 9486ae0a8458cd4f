import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { matches, runsWith } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "file-read-and-written",
	peers: { shellcheck: [{ id: "SC2094", severity: "info" }] },
	category: "correctness",
	severity: "warning",
	title: "A file is emptied before it is read",
	why: [
		"The shell empties the file that `>` names before any command of the pipe starts, so that there is nothing left to read.",
		"Write to another file and move it, or use `sed -i`.",
	],
	fixes: { never: "Which way is right depends on the program." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN sed s/a/b/ /etc/app.conf > /etc/app.conf
			`,
			good: dockerfile`
				FROM debian:12
				RUN sed -i s/a/b/ /etc/app.conf
			`,
		},
	],
	needs: [">"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, ">")) {
			const commands = commandsOf(file, run);
			for (const [index, { redirects }] of commands.entries()) {
				for (const { operator, target } of redirects) {
					if (operator !== ">" || !/^["']?[/.\w$]/.test(target.text) || target.text.startsWith("/dev/")) continue;
					const reader = readerOf(commands, index, target.text);
					if (reader && matches(run, sameTwice))
						problems.push({ at: target, message: say`\`>\` empties this file before it is read`, related: [{ at: reader, message: say`it is read here` }] });
				}
			}
		}
		return problems;
	},
});

/** A name, and further on a `>` before the same. */
const sameTwice = /\s<?\s*(["']?[/.\w$-]{2,120}["']?)(?=\s)[^;&]{0,300}>\s*\1(?:\s|$)/;

const reading = new Set("cat sed awk grep egrep sort uniq head tail cut tr jq envsubst base64 xmlstarlet sponge".split(" "));

/** Where the pipe that ends in a command reads a file. */
function readerOf(commands: readonly ShellCommand[], index: number, file: string): ShellWord | undefined {
	for (let at = index; at >= 0; at--) {
		const { name = "", args, redirects, joint } = commands[at] as ShellCommand;
		const read = redirects.find(({ operator, target }) => operator === "<" && target.text === file)?.target;
		const operand = reading.has(name)
			? args.slice(name === "grep" || name === "sed" || name === "awk" || name === "jq" || name === "tr" ? 1 : 0).find(({ text }) => text === file)
			: undefined;
		if (read ?? operand) return read ?? operand;
		if (joint !== "|") return undefined;
	}
	return undefined;
}
