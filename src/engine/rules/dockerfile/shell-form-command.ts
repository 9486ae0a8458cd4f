import { isNearJson } from "../../dockerfile/json-defects.ts";
import { rootBaseOf, type Stage, stageOf } from "../../dockerfile/stages.ts";
import { startOf } from "../../dockerfile/start.ts";
import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsOf, commandWords } from "../../shell/commands.ts";
import { isPlainProgram } from "../../shell/plain-programs.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "shell-form-command",
	peers: {
		hadolint: ["DL3025"],
		buildkit: ["JSONArgsRecommended"],
		tally: ["buildkit/JSONArgsRecommended"],
		kics: ["b86987e1"],
		semgrep: ["prefer-json-notation"],
	},
	category: "correctness",
	severity: "warning",
	title: "`CMD` or `ENTRYPOINT` runs through a shell",
	why: [
		"In shell form the first process is `/bin/sh`, which does not pass signals on: `docker stop` waits ten seconds and then kills the program.",
		"An `ENTRYPOINT` in shell form ignores `CMD` and the arguments of `docker run` besides.",
		"In exec form, a JSON array, the program itself is the first process. A command that needs a shell can begin with `exec`.",
	],
	options: {
		everyForm: {
			default: false,
			hadolint: true,
			buildkit: true,
			description: "Report also what begins with `exec`, what is meant as an array and is none, and what a `SHELL` of one's own or a `HEALTHCHECK` runs.",
		},
	},
	fixes: {
		safely: "A `CMD` is one known program with plain arguments, and no `ENTRYPOINT` gets it as arguments.",
		onRequest: "An `ENTRYPOINT` may get it as arguments, or only a shell may know how to run the program.",
		never: "Only a shell can run the command, for it has variables, redirections or several programs.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				CMD python app.py
			`,
			good: dockerfile`
				FROM python:3.13
				CMD ["python", "app.py"]
			`,
		},
	],

	needs: ["CMD", "ENTRYPOINT", "HEALTHCHECK"],
	check(file, { options: { everyForm } }) {
		const problems: Problem[] = [];
		for (const keyword of everyForm ? ["CMD", "ENTRYPOINT", "HEALTHCHECK"] : ["CMD", "ENTRYPOINT"]) {
			for (const instruction of instructionsAndTriggersOf(file, keyword)) {
				const { args, json, argsRange, logicalArgs } = instruction;
				if (json || !commandWords(instruction)[0]) continue;
				const { shellInstruction } = stateBefore(file, instruction);
				// What begins as an array and is none is another problem, and a shell of one's own is chosen on purpose.
				if (!everyForm && ((args[0]?.text.startsWith("[") && isNearJson(args[0].text)) || shellInstruction)) continue;
				const commands = commandsOf(file, instruction);
				if (!everyForm && commands.at(-1)?.wrappers[0] === "exec") continue;
				const [command] = commands;
				const isWhole =
					commands.length === 1 && command?.range.start === argsRange.start && command.range.end === argsRange.end && logicalArgs.end > logicalArgs.start;
				const fix = isWhole ? toExecForm(file, instruction, command) : undefined;
				problems.push({
					at: argsRange,
					message: say`\`${keyword}\` in shell form starts a shell, which does not pass signals on to the program`,
					...(fix && { fix }),
					as: viewsOf(keyword, instruction, shellInstruction !== undefined),
				});
			}
		}
		return problems;
	},
});

/** hadolint does not look into ONBUILD and takes any escape for JSON's; BuildKit leaves checks, and shells of one's own, alone. */
function viewsOf(keyword: string, { startLine, logical, logicalArgs }: Instruction, hasShell: boolean): NonNullable<Problem["as"]> {
	const isHadolints = startLine > 0 && !looseArray.test(logical.text.slice(logicalArgs.start, logicalArgs.end));
	const isBuildkits = startLine > 0 && keyword !== "HEALTHCHECK" && !hasShell;
	return { ...(!isHadolints && { hadolint: false }), ...(!isBuildkits && { buildkit: false }) };
}

const looseArray = /^\[\s*"(?:[^"\\]|\\.)*"(?:\s*,\s*"(?:[^"\\]|\\.)*")*\s*\]\s*$/;

/** What only a shell knows how to run, and what a program of the same name does not do in the same way. */
const builtins = new Set(
	(
		". : [ alias bg bind builtin caller cd chdir command compgen complete coproc declare dirs disown enable eval exec exit export false fc fg getopts hash help " +
		"history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type " +
		"typeset ulimit umask unset wait"
	).split(" "),
);

/** Shells' own `echo`s differ about backslashes and options. */
const isPlain = ({ value = "-" }: ShellWord): boolean => !/^-|\\/.test(value);

function toExecForm(
	file: Dockerfile,
	instruction: Instruction,
	{ program, args, redirects, assignments, name, exec, wrappers, subshell }: ShellCommand,
): Fix | undefined {
	if (
		!program ||
		name === undefined ||
		builtins.has(name) ||
		(name === "echo" && !args.every(isPlain)) ||
		exec ||
		subshell ||
		redirects.length + assignments.length + wrappers.length > 0
	)
		return undefined;
	const stage = stageOf(file, instruction);
	const start = stage && startOf(file, stage);
	// An ENTRYPOINT that is not in shell form gets the CMD as its arguments.
	if (instruction.keyword === "ENTRYPOINT" && start?.cmd) return undefined;
	const words = [program, ...args];
	const edits = [];
	for (const [index, word] of words.entries()) {
		if (word.value === undefined || file.text.slice(word.start, word.end) !== word.text) return undefined;
		edits.push(replace(word, `${index === 0 ? "[" : ""}${JSON.stringify(word.value)}${index === words.length - 1 ? "]" : ","}`));
	}
	const isAlone = instruction.keyword === "CMD" && instruction.startLine > 0 && !start?.entrypoint;
	// A script that does not say who runs it is run by a shell alone, so that only what is known as a program is safe.
	const safe = isAlone && stage !== undefined && passesOn(file, stage) && (name === "echo" || isPlainProgram(program.value ?? ""));
	return { title: say`Use the exec form`, edits, safe };
}

/** Whether the base image's ENTRYPOINT, if it has one, is known to do the same whatever it gets: some of servers give up root for the server's name alone. */
function passesOn(file: Dockerfile, stage: Stage): boolean {
	const base = rootBaseOf(file, stage);
	return base?.user === "root" && !base.runs;
}
