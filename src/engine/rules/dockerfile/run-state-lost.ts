import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { matches } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "run-state-lost",
	category: "correctness",
	severity: "warning",
	title: "What a `RUN` sets in its shell is lost with it",
	why: [
		"Each `RUN` is a shell of its own, and only files outlive it: variables, directories, aliases, options and processes do not.",
		"A `RUN` that ends with such a thing does nothing, and what was meant to follow from it does not happen, without any error.",
	],
	fixes: {
		onRequest: "A variable can be an `ENV`, a directory a `WORKDIR`.",
		never: "Nothing in a Dockerfile does the same.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN export PATH=/opt/app/bin:$PATH
			`,
			good: dockerfile`
				FROM debian:12
				ENV PATH=/opt/app/bin:$PATH
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				RUN cd /opt/app
			`,
			good: dockerfile`
				FROM debian:12
				WORKDIR /opt/app
			`,
		},
	],
	needs: ["export", "alias", "umask", "shopt", "unset", "set", "cd", "ulimit", "source", ".", "eval", "service", "systemctl", "NAME=", "/init.d/"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of instructionsAndTriggersOf(file, "RUN")) {
			if (run.json) continue;
			const all = commandsOf(file, run);
			const last = all.findLast(isOutermost);
			if (!last || last.conditional || last.joint === "|" || last.wrappers.length > 0 || !isState(last) || !matches(run, ending)) continue;
			const commands = all.filter(isOutermost);
			const isAll = commands.every((command) => isState(command));
			// A `cd`, `set` or `unset` at the end of something that works is of no use, but nothing is missing for it.
			if (!isAll && !lostAtEnd.test(last.name ?? "")) continue;
			const fix = commands.length === 1 ? instead(file, run, last) : undefined;
			problems.push({
				at: last.range,
				message: isService(last)
					? say`what \`${last.name ?? ""}\` starts ends with this \`RUN\``
					: say`\`${last.program ? (last.name ?? "") : (last.assignments[0]?.name ?? "")}\` changes a shell that ends with this \`RUN\``,
				...(fix && { fix }),
			});
		}
		return problems;
	},
});

/** What is in a substitution is no command of its own. */
const isOutermost = ({ place }: ShellCommand): boolean => place.process.parent === undefined;

/** How a script may end for this to be about it. */
const ending =
	/(?:^|[;&|\n]|\\)\s*(?:(?:export|alias|source|\.|cd|set|umask|ulimit|unset|shopt|eval|service|systemctl)(?=\s|$)|\w+=|\S*init\.d\/)[^;&|\n]*[;\s]*$/;

const lostAtEnd = /^(?:export|alias|source|\.|umask|ulimit|shopt)$/;

function isState(command: ShellCommand): boolean {
	const { name, program, args, assignments, redirects } = command;
	if (redirects.length > 0) return false;
	if (!program) return assignments.length > 0;
	switch (name) {
		case "export":
		case "alias":
		case "umask":
		case "shopt":
		case "unset":
		case "set":
			return args.length > 0;
		case "cd":
			return true;
		case "ulimit":
			return args.some(({ value = "" }) => /^\d|^(?:unlimited|hard)$/.test(value));
		case "source":
		case ".":
			return activation.test(args[0]?.text ?? "");
		case "eval":
			return args.some(({ text }) => text.includes("ssh-agent"));
		default:
			return isService(command);
	}
}

/** Files that are written to be sourced, and do nothing but set variables, functions and options. */
const activation =
	/(?:^|[/.])(?:activate|\w*shrc|\w*profile|\w*login|nvm\.sh|sdkman-init\.sh|setup\.(?:ba|z)?sh|envrc|rvm\.sh|conda\.sh|\/cargo\/env)"?$|\/etc\/profile|\.cargo\/env"?$/;

const isService = ({ name, program, args }: ShellCommand): boolean =>
	((name === "service" || program?.text.includes("/init.d/") === true) && args.at(-1)?.value === "start") ||
	(name === "systemctl" && (args[0]?.value === "start" || args[0]?.value === "restart"));

function instead(file: Dockerfile, run: Instruction, { name, program, args, assignments, range }: ShellCommand): Fix | undefined {
	if (run.startLine === 0 || run.flags.length > 0 || run.heredocs.length > 0 || range.start !== run.argsRange.start || range.end !== run.argsRange.end)
		return undefined;
	const [arg] = args;
	if (name === "cd" && args.length === 1 && /^\/[\w./-]*$/.test(arg?.value ?? ""))
		return { title: say`Use \`WORKDIR\``, edits: [replace(run.range, `WORKDIR ${arg?.text ?? ""}`)], safe: false };
	const pairs = program ? args.map(({ text }) => text) : assignments.map(({ name, word }) => `${name}=${word?.text ?? ""}`);
	if ((program && name !== "export") || !pairs.every((pair) => pairForEnv.test(pair))) return undefined;
	return { title: say`Use \`ENV\``, edits: [replace(run.range, `ENV ${pairs.join(" ")}`)], safe: false };
}

/** A variable that `ENV` understands as the shell does. */
const pairForEnv = /^[A-Za-z_]\w*=(?:[\w./:@%+,=-]|\$\w+|\$\{\w+\})+$|^[A-Za-z_]\w*=(?:"(?:[^"\\$`]|\$\w+|\$\{\w+\})*"|'[^'$\\]*')$/;
