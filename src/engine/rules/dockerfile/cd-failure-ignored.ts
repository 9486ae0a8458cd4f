import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamedWhere } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { stopsAtFailure } from "../../shell/wrappers.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "cd-failure-ignored",
	peers: { shellcheck: [{ id: "SC2164", severity: "warning" }] },
	category: "correctness",
	severity: "warning",
	title: "The script goes on when `cd` fails",
	why: [
		"When the directory is not there, the commands behind `cd` run in another, and may write, or remove, what is there.",
		"With `&&` in place of `;` nothing runs.",
	],
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN cd /src; make
			`,
			good: dockerfile`
				FROM debian:12
				RUN cd /src || exit 1; make
			`,
		},
	],
	needs: ["cd"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command, commands, index } of commandsNamedWhere(file, /\bcd\s[^&|;\n]*[;\n]/, "cd")) {
			const next = commands[index + 1];
			// Behind `||` somebody has thought of it, and `cd` alone leads home.
			if (!next || command.isFatal || command.exec || command.args.length === 0 || next.joint !== ";") continue;
			if (next.place.process !== command.place.process || next.place.branch !== command.place.branch) continue;
			if (command.args.some(({ value }) => value === "/" || value === ".." || value === "-" || value === "~" || value === "/tmp")) continue;
			if (isErrexit(commands, index) || (next.name === "cd" && next.args[0]?.text.startsWith("/"))) continue;
			problems.push({
				at: command.range,
				message: say`when this fails, \`${next.name ?? next.program?.text ?? "…"}\` runs in another directory`,
				fix: { title: say`Stop when it fails`, edits: [insert(command.range.end, " || exit 1")], safe: false },
			});
		}
		return problems;
	},
});

/** Whether `set -e` stands before it, for the script as a whole or in a list that it belongs to. */
const isErrexit = (commands: readonly ShellCommand[], index: number): boolean =>
	commands.slice(0, index).some(({ name, args }) => name === "set" && stopsAtFailure(args));
