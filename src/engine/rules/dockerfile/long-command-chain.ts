import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { runsWith } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { lineEndOf } from "../../shell/line-end.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "long-command-chain",
	peers: { tally: ["tally/prefer-run-heredoc"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "Many commands are chained where a here document could list them",
	why: [
		"With `&& \\` at every line, one that is forgotten breaks the command, and a comment or an empty line has to be placed with care.",
		"A here document holds a script as it is; with `set -e` as its first line it stops at the first failure as the chain does.",
	],
	options: { commands: { default: 3, strict: 10, description: "From how many commands on a chain is reported." } },
	fixes: {
		onRequest: "The commands are joined by `&&` alone.",
		never: "There is more in the script than commands joined by `&&`.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN mkdir /app && \
				    chown nobody /app && \
				    chmod 750 /app
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN <<EOF
				set -e
				mkdir /app
				chown nobody /app
				chmod 750 /app
				EOF
			`,
		},
	],
	needs: ["&&"],

	check(file, { options }) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "&&")) {
			if (run.json || run.heredocs.length > 0) continue;
			const commands = commandsOf(file, run);
			const chained = commands.filter(({ joint, subshell, wrappers }) => (joint === "&&" || joint === "") && !subshell && wrappers.length === 0);
			if (chained.length < options.commands) continue;
			const fix = chained.length === commands.length ? toHeredoc(file, run, commands) : undefined;
			problems.push({
				at: run.keywordRange,
				message: say`${chained.length} commands are chained, which a here document could list`,
				...(fix && { fix }),
			});
		}
		return problems;
	},
});

function toHeredoc(file: Dockerfile, run: Instruction, commands: readonly ShellCommand[]): Fix | undefined {
	if (run.startLine === 0 || file.escape !== "\\") return undefined;
	const pieces: string[] = [];
	let end = run.argsRange.start;
	for (const [index, command] of commands.entries()) {
		const start = index === 0 ? end : startOf(command);
		// Between two commands there is nothing but what joins them.
		if (index > 0 && !/^[ \t]*(?:\\\r?\n[ \t]*)?&&(?:[ \t]*\\\r?\n)*[ \t]*$/.test(file.text.slice(end, start))) return undefined;
		end = Math.max(command.range.end, ...command.redirects.map(({ target }) => target.end));
		const piece = file.text.slice(start, end);
		if (command.conditional || /#|<<|\$0/.test(piece)) return undefined;
		pieces.push(piece);
	}
	if (end !== run.argsRange.end || pieces.some((piece) => piece === "" || piece === "EOF")) return undefined;
	// A continuation that nothing follows would stand behind the end of the here document.
	if (file.text[lineEndOf(file.text, end)] === file.escape) return undefined;
	const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
	const script = ["<<EOF", "set -e", ...pieces, "EOF"].join(lineEnd);
	return { title: say`Use a here document`, edits: [replace({ start: run.argsRange.start, end: lineEndOf(file.text, end) }, script)], safe: false };
}

const startOf = ({ range, assignments }: ShellCommand): number =>
	Math.min(range.start, ...assignments.map(({ name, word }) => (word?.start ?? Infinity) - name.length - 1));
