import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { insertAfter } from "../../shell/calls.ts";
import { dialectOf } from "../../shell/dialect.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { asHadolint } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "wget-noisy-log",
	peers: {
		hadolint: [{ id: "DL3047", severity: "info" }],
		tally: ["hadolint/DL3047"],
	},
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "wget fills the build log with its progress",
	why: ["Without a terminal wget writes a line for every 50 kB, thousands for a large file, and what went wrong is hard to find among them."],
	fixes: {
		safely: "It is GNU wget.",
		onRequest: "It may be BusyBox's, which knows `-q` alone.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN wget https://example.com/app.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				RUN wget --progress=dot:giga https://example.com/app.tar.gz
			`,
		},
	],
	needs: ["wget"],

	check(file) {
		const problems: Problem[] = [];
		for (const { run, command } of commandsNamed(file, "wget")) {
			const { program, args, place } = command;
			if (!program || isQuiet(args)) continue;
			const dialect = dialectOf(file, run, place.process);
			// Where bash is the shell it may have been installed, and wget with it.
			const isGnu = dialect === "dash";
			const option = isGnu ? "--progress=dot:giga" : "-q";
			problems.push({
				at: program,
				message: say`\`wget\` writes its progress into the build log, line by line`,
				fix: { title: say`Add \`${option}\``, edits: [insertAfter(command, program, option)], safe: isGnu },
				...asHadolint({ command }),
			});
		}
		return problems;
	},
});

const isQuiet = (args: readonly ShellWord[]): boolean =>
	args.some(({ text }) => /^--(?:progress|quiet|no-verbose|output-file|append-output|version|help)\b|^-(?:nv|[A-Za-z]*[qoa])/.test(text));
