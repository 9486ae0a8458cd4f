import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { insertAfter } from "../../shell/calls.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { valueOf } from "../../shell/values.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "useradd-sparse-log",
	peers: {
		hadolint: ["DL3046"],
		tally: ["hadolint/DL3046"],
	},
	category: "size",
	severity: "warning",
	title: "A high user number makes a huge log file",
	why: [
		"`useradd` writes an entry for the new user into `/var/log/lastlog` and `/var/log/faillog`, at a place that its number decides.",
		"On a file system the gap before it takes no room, but in a layer of the image it may: for a number of six digits that is tens of megabytes, for a larger one gigabytes.",
	],
	options: { everyVariable: { default: false, hadolint: true, description: "Report also numbers that a variable holds, whatever they are." } },
	fixes: { safely: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN useradd -u 1234567 app
			`,
			good: dockerfile`
				FROM debian:12
				RUN useradd -l -u 1234567 app
			`,
		},
	],
	needs: ["useradd"],

	check(file, { options: { everyVariable } }) {
		const problems: Problem[] = [];
		for (const { run, command } of commandsNamed(file, "useradd")) {
			const { program, args } = command;
			const word = numberIn(args);
			if (!program || !word || args.some(({ text }) => /^-[a-zA-Z]*l|^--no-log-init$/.test(text))) continue;
			const [, name] = /^"?\$\{?(\w+)\}?"?$/.exec(word.text) ?? [];
			const number = name === undefined ? word.value?.replace(/^(?:-[a-zA-Z]*u|--uid=)/, "") : valueOf(file, run, command, name);
			if (!/^\d{6,}$/.test(number ?? "") && (!everyVariable || word.value !== undefined || !args.some(({ text }) => /^-[a-zA-Z]*u$/.test(text)))) continue;
			problems.push({
				at: word,
				message: say`\`useradd\` makes a log file that is as large as this number demands`,
				fix: { title: say`Add \`-l\``, edits: [insertAfter(command, program, "-l")], safe: true },
			});
		}
		return problems;
	},
});

/** The word that gives the user a number. */
function numberIn(args: readonly ShellWord[]): ShellWord | undefined {
	for (const [index, arg] of args.entries()) {
		const attached = /^(?:-[a-zA-Z]*u|--uid)(=?\d*)$/.exec(arg.text);
		if (attached) return attached[1] ? arg : args[index + 1];
	}
	return undefined;
}
