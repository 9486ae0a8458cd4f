import { rootBaseOf, stageOf } from "../../dockerfile/stages.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { asHadolint, unlessTrigger } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";
import { insert, replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "cd-in-run",
	peers: {
		hadolint: [{ id: "DL3003", severity: "warning" }],
		tally: ["hadolint/DL3003"],
		trivy: ["DS-0013"],
		kics: ["f4a6bcd3"],
		semgrep: ["use-workdir"],
	},
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "`cd` does what `WORKDIR` is for",
	why: [
		"What `cd` changes ends with its `RUN`, so that the same path is written again and again, and a reader has to follow where each command runs.",
		"`WORKDIR` says it once, makes the directory where it is missing, and the build fails where it cannot be entered.",
	],
	options: { everyCd: { default: false, hadolint: true, description: "Report every `cd`, and not only one with which a `RUN` begins." } },
	fixes: {
		onRequest: "The `RUN` begins with it, and the working directory after it is known or set anew.",
		never: "The path is not static, or something stands before it.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				WORKDIR /app
				RUN cd /opt/site && npm ci
			`,
			good: dockerfile`
				FROM node:22
				WORKDIR /app
				WORKDIR /opt/site
				RUN npm ci
				WORKDIR /app
			`,
		},
	],
	needs: ["cd"],

	check(file, { options: { everyCd } }) {
		const problems: Problem[] = [];
		let last: Instruction | undefined;
		for (const { run, command, commands, index } of commandsNamed(file, "cd")) {
			if (run === last || (!everyCd && !isFirst(commands, index))) continue;
			last = run;
			const fix = useWorkdir(file, run, commands, index);
			problems.push({
				at: command.range,
				message: say`\`WORKDIR\` changes the directory for all that comes after it`,
				...(fix && { fix }),
				...(unlessTrigger(run) ?? asHadolint({ command })),
			});
		}
		return problems;
	},
});

/** Whether the whole script runs in the new directory. */
const isFirst = (commands: readonly ShellCommand[], index: number): boolean =>
	commands.length > index + 1 && !commands[index]?.subshell && commands.slice(0, index).every(({ name }) => name === "set");

function useWorkdir(file: Dockerfile, run: Instruction, commands: readonly ShellCommand[], index: number): Fix | undefined {
	const [cd, next] = [commands[index], commands[index + 1]];
	const path = cd?.args.length === 1 ? cd.args[0]?.value : undefined;
	if (index > 0 || next?.joint !== "&&" || next.subshell || next.conditional || path === undefined || !/^\/[\w./-]*$/.test(path)) return undefined;
	if (run.json || run.startLine === 0 || run.heredocs.length > 0 || run.flags.length > 0 || cd?.range.start !== run.argsRange.start) return undefined;
	const stage = stageOf(file, run);
	const workdir = stateBefore(file, run).workdir ?? (stage && rootBaseOf(file, stage)?.workdir);
	const following = file.instructions[file.instructions.indexOf(run) + 1];
	const isSetAnew = following?.keyword === "WORKDIR" && following.args[0]?.text.startsWith("/");
	if (workdir === undefined && !isSetAnew) return undefined;
	const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
	const begin = replace({ start: run.range.start, end: next.range.start }, `WORKDIR ${path}${lineEnd}RUN `);
	return {
		title: say`Use \`WORKDIR\``,
		edits: isSetAnew ? [begin] : [begin, insert(run.range.end, `${lineEnd}WORKDIR ${workdir ?? "/"}`)],
		safe: false,
	};
}
