import { scriptOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Heredoc, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf, startOf } from "../../shell/commands.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { nodesOf, toRange } from "../../shell/nodes.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { stopsAtFailure } from "../../shell/wrappers.ts";
import { say } from "../../text/message.ts";
import { lastBelow } from "../../text/search.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "heredoc-without-errexit",
	category: "correctness",
	severity: "warning",
	title: "A here document goes on after a command has failed",
	why: [
		"The lines of a here document are a script, and a shell goes on after a line that has failed.",
		"Only the last one decides whether the `RUN` fails, so the build is green and the image lacks whatever the others should have brought.",
		"`set -e` as the first line, or `&&` between the commands, stops at the first failure.",
	],
	fixes: { onRequest: "Always; a build that went on after a failure will stop there." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN <<EOF
				apt-get update
				apt-get install -y --no-install-recommends curl
				rm -rf /var/lib/apt/lists/*
				EOF
			`,
			good: dockerfile`
				FROM debian:12
				RUN <<EOF
				set -e
				apt-get update
				apt-get install -y --no-install-recommends curl
				rm -rf /var/lib/apt/lists/*
				EOF
			`,
		},
	],
	needs: ["<<"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "<<")) {
			for (const heredoc of run.heredocs) {
				const passed = firstPassedOver(file, run, heredoc);
				if (!passed) continue;
				const { content, body } = heredoc;
				const first = /^#!.*\n/.exec(content)?.[0].length ?? 0;
				const indent = /^[ \t]*/.exec(content.slice(first))?.[0] ?? "";
				problems.push({
					at: heredoc.opener,
					message: say`this script goes on when \`${passed.name ?? passed.program?.text ?? "…"}\` fails`,
					related: [{ at: passed.program ?? passed.range, message: say`its failure goes unnoticed` }],
					fix: {
						title: say`Begin with \`set -e\``,
						edits: [insert(body.start + first, `${indent}set -e${content.includes("\r\n") ? "\r\n" : "\n"}`)],
						safe: false,
					},
				});
			}
		}
		return problems;
	},
});

/** The first command of a here document's script that may fail while the script goes on; undefined where it stops, or something else reads the text. */
function firstPassedOver(file: Dockerfile, run: Instruction, { body }: Heredoc): ShellCommand | undefined {
	const commands = commandsOf(file, run).filter(({ range }) => range.start >= body.start && range.end <= body.end);
	const { process, source } = commands[0]?.place ?? {};
	if (!process || (process.shell === undefined && scriptOf(run)?.body !== body) || startOf(file, run)?.stopsAtFailure) return undefined;
	if (commands.some(({ name, args }) => name === "set" && stopsAtFailure(args))) return undefined;
	const statements = nodesOf(file, run, "Statement").filter((placed) => placed.parent === undefined && placed.source === source);
	const own = commands.filter(({ place }) => place.process === process);
	for (const { node } of statements.slice(0, -1)) {
		// What is tested is meant to fail, and where `||` stands somebody has thought of it.
		if (node.background || !source || (node.command.type !== "Command" && !(node.command.type === "AndOr" && !node.command.operators.includes("||")))) continue;
		const { start, end } = toRange(source, node);
		const last = lastBelow(own, end, ({ range }) => range.start);
		if (last?.program && last.range.start >= start && !last.isFatal && !harmless.has(last.name ?? "")) return last;
	}
	return undefined;
}

const harmless = new Set("[ [[ test true false : echo printf set export unset local readonly declare alias umask trap exit return shift cat ls pwd".split(" "));
