import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { dialectOf } from "../../shell/dialect.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "unexpanded-escape",
	peers: { shellcheck: [{ id: "SC2028", severity: "info" }] },
	category: "correctness",
	severity: "warning",
	title: "`echo` prints a backslash as it stands",
	why: ["Bash's `echo` leaves `\\n` as it is, so that the file gets a backslash and an `n` in place of a line end.", "`printf` expands it in every shell."],
	options: { everyShell: { default: false, hadolint: true, description: "Report also where the shell expands it, or is not known." } },
	fixes: { onRequest: "It is Bash's `echo`.", never: "It is another shell's, or nobody knows." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				SHELL ["/bin/bash", "-c"]
				RUN echo "a\nb" > /etc/app.conf
			`,
			good: dockerfile`
				FROM debian:12
				SHELL ["/bin/bash", "-c"]
				RUN echo -e "a\nb" > /etc/app.conf
			`,
		},
	],
	needs: ["echo"],

	check(file, { options: { everyShell } }) {
		const problems: Problem[] = [];
		for (const { run, command } of commandsNamed(file, "echo")) {
			const { args, place, program, exec } = command;
			const word = args.find(({ text }) => escape.test(text) && !text.startsWith("$"));
			if (!program || !word || exec || args[0]?.text.startsWith("-")) continue;
			const dialect = dialectOf(file, run, place.process);
			if (!everyShell && (dialect !== "bash" || isForReader(word))) continue;
			problems.push({
				at: word,
				message: say`\`echo\` may print the backslash instead of what it stands for`,
				...(dialect === "bash" && { fix: { title: say`Add \`-e\``, edits: [insert(program.end, " -e")], safe: false } }),
			});
		}
		return problems;
	},
});

/** Whether the escapes stand in quotes that are themselves written: whoever reads the text later expands them, as awk or a prompt does. */
function isForReader({ text, value }: ShellWord): boolean {
	const written = value ?? text.replace(/^(["'])(.*)\1$/s, "$2").replaceAll('\\"', '"');
	return escape.test(written) && !escape.test(written.replace(/"(?:\\.|[^"\\])*"|'[^']*'/gs, ""));
}

const escape = /(?:^|[^\\])(?:\\\\)*\\[abefnrtv0x]/;
