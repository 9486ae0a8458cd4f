import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { say } from "../../text/message.ts";
import { type Edit, insert, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "masked-exit-status",
	peers: { shellcheck: [{ id: "SC2155", severity: "warning" }] },
	category: "correctness",
	severity: "warning",
	title: "`export` hides the failure of a command",
	why: [
		'The status of `export A="$(command)"` is that of `export`, which never fails; `set -e` and `&&` see nothing of the command\'s failure.',
		"The build goes on with an empty variable.",
	],
	options: { everyCommand: { default: false, hadolint: true, description: "Report also commands that hardly ever fail." } },
	fixes: { onRequest: "It is `export` of one variable.", never: "Several are declared at once, or by another command." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN export VERSION="$(curl -fsSL https://example.com/version)" && make
			`,
			good: dockerfile`
				FROM debian:12
				RUN VERSION="$(curl -fsSL https://example.com/version)" && export VERSION && make
			`,
		},
	],
	needs: ["export", "local", "declare", "readonly", "typeset"],

	check(file, { options: { everyCommand } }) {
		const problems: Problem[] = [];
		for (const { command, commands, index } of commandsNamed(file, "export", "local", "declare", "readonly", "typeset")) {
			for (const word of command.args) {
				const [, name] = /^(\w+)=.*(?:\$\((?!\()|`)/s.exec(word.text) ?? [];
				if (name === undefined || command.exec || (!everyCommand && word.text.includes("||"))) continue;
				const inner = commandsWithin(commands, index);
				if (!everyCommand && (inner.length === 0 || inner.every((each) => rarelyFails.has(each.name ?? "")))) continue;
				const edits = command.args.length === 1 && command.name === "export" ? apart(command, name) : undefined;
				problems.push({
					at: { start: word.start, end: word.start + name.length },
					message: say`\`${command.name ?? ""}\` succeeds even when the command that gives \`${name}\` its value fails`,
					...(edits && { fix: { title: say`Assign it first`, edits, safe: false } }),
				});
			}
		}
		return problems;
	},
});

/** The commands in the substitutions of a command; they stand before it. */
function commandsWithin(commands: readonly ShellCommand[], index: number): readonly ShellCommand[] {
	const { range, place } = commands[index] as ShellCommand;
	return commands.slice(0, index).filter((each) => each.place.process !== place.process && each.range.start > range.start && each.range.end <= range.end);
}

const rarelyFails = new Set(
	"mktemp nproc uname arch date id whoami pwd hostname getconf dpkg dpkg-architecture dirname basename readlink realpath echo printf cut tr sed awk head tail sort wc cat grep xargs rpm apk lsb_release expr ls".split(
		" ",
	),
);

/** The assignment, and then its export. */
function apart({ program, args, range, joint }: ShellCommand, name: string): readonly Edit[] | undefined {
	const [word] = args;
	return program && word && joint !== "||" ? [remove({ start: program.start, end: word.start }), insert(range.end, ` && export ${name}`)] : undefined;
}
