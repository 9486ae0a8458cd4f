import { instructionsOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { type Range, replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";
import { lineBreakIn } from "../../text/line-break.ts";

export default dockerfileRule({
	id: "crowded-line",
	peers: { tally: ["tally/newline-per-chained-call"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "Several commands stand on one line",
	why: ["With a line for each command a `RUN` can be read from top to bottom, and a change shows which command it is about."],
	fixes: { safely: "Each `&&` begins a line of its own; the shell gets the same commands." },
	options: { commands: { default: 3, description: "From how many commands on one line on." } },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN mkdir /app && cd /app && make
			`,
			good: dockerfile`
				FROM debian:12
				RUN mkdir /app \
				    && cd /app \
				    && make
			`,
		},
	],

	needs: ["RUN"],
	check(file, { options: { commands: most } }) {
		const problems: Problem[] = [];
		for (const run of instructionsOf(file, "RUN")) {
			if (run.json || run.heredocs.length > 0) continue;
			const crowded = rowsOf(file, run).filter((row) => row.length + 1 >= most);
			const count = Math.max(0, ...crowded.map((row) => row.length + 1));
			if (count === 0) continue;
			const edits = crowded.flat().map((joint) => replace(joint, ` ${file.escape}${lineBreakIn(file.text)}    && `));
			problems.push({
				at: run.keywordRange,
				message: say`${count} commands stand on one line`,
				fix: { title: say`Give each a line of its own`, edits, safe: true },
			});
		}
		return problems;
	},
});

/** The `&&`s between commands of the script itself, with the blanks around them, line by line. */
function rowsOf(file: Dockerfile, run: Instruction): readonly (readonly Range[])[] {
	const rows: Range[][] = [];
	let before: ShellCommand | undefined;
	for (const command of commandsOf(file, run)) {
		// What begins with another word, `if` or `(`, is no row of commands.
		if (!before && command.range.start !== run.argsRange.start) return [];
		if (before) {
			const range = { start: before.range.end, end: command.range.start };
			const between = file.text.slice(range.start, range.end);
			if (between.includes("\n")) rows.push([]);
			else if (command.joint === "&&" && isOutermost(command) && isOutermost(before) && /^[ \t]*&&[ \t]*$/.test(between)) rows.at(-1)?.push(range);
		} else rows.push([]);
		before = command;
	}
	return rows;
}

/** Of what redirections and assignments stand beside it nothing is known here. */
const isOutermost = ({ conditional, subshell, wrappers, redirects, assignments }: ShellCommand): boolean =>
	!conditional && !subshell && wrappers.length + redirects.length + assignments.length === 0;
