import { scriptOf } from "../dockerfile/instructions.ts";
import type { Dockerfile, Heredoc, Instruction, Word } from "../dockerfile/syntax.ts";
import { stateBefore } from "../dockerfile/state.ts";
import { isPosixShell } from "./effective-shell.ts";
import type { ShellCommand } from "./shell-command.ts";
import { ExecWord } from "./shell-word.ts";
import { joinedSource, plainSource, type Source } from "./source.ts";
import { commandsIn, commandsOfWords, type Start } from "./walk.ts";
import { isShell } from "./wrappers.ts";
import { fact } from "../text/fact.ts";

const none: readonly ShellCommand[] = [];

/**
 * The commands that a RUN, CMD, ENTRYPOINT or HEALTHCHECK (or one that ONBUILD holds) runs, in the order of the text, here documents included.
 * An exec form is one command. Empty for other instructions, for the shells of Windows, and where a script is written for another interpreter.
 */
export const commandsOf = (file: Dockerfile, instruction: Instruction): readonly ShellCommand[] => read(instruction, file);

/** The command of a RUN, CMD or ENTRYPOINT, and of a HEALTHCHECK what comes after CMD: one word in shell form, the strings of an exec form. */
export function commandWords({ keyword, args }: Instruction): readonly Word[] {
	switch (keyword) {
		case "RUN":
		case "CMD":
		case "ENTRYPOINT":
			return args;
		case "HEALTHCHECK":
			return args[0]?.text.toUpperCase() === "CMD" ? args.slice(1) : [];
		default:
			return [];
	}
}

const read = fact((instruction: Instruction, file: Dockerfile): readonly ShellCommand[] => {
	const words = commandWords(instruction);
	const [command] = words;
	if (!command) return none;
	if (instruction.json) {
		const document = { text: file.text, toDocument: asItIs };
		return commandsOfWords(words.map((word) => new ExecWord(word, document)));
	}
	const source = sourceOf(file, instruction);
	return source ? commandsIn(source, startOf(file, instruction)) : none;
});

/** The script of a shell form, here documents included; undefined for an exec form, and where no shell like `sh` runs it. */
export const sourceOf = (file: Dockerfile, instruction: Instruction): Source | undefined => outermost(instruction, file);

const outermost = fact((instruction: Instruction, file: Dockerfile): Source | undefined => {
	const [command] = commandWords(instruction);
	if (!command || instruction.json || !isPosixShell(file, instruction, stateBefore(file, instruction))) return undefined;
	const body = scriptOf(instruction);
	if (body) return startOf(file, instruction) && plainSource(body.content, body.body.start);
	const line = lineOf(instruction, command);
	return instruction.heredocs.length > 0 ? withBodies(line, instruction.heredocs) : line;
});

/** How the shell is called that runs the shell form of an instruction, or its here document; undefined where that is for another interpreter. */
export function startOf(file: Dockerfile, instruction: Instruction): Start | undefined {
	const script = scriptOf(instruction);
	const interpreter = script && interpreterOf(script.content);
	if (!interpreter) {
		const { shell, shellInstruction } = stateBefore(file, instruction);
		return { shell: undefined, stopsAtFailure: shellInstruction !== undefined && shell.some((word) => /^-[a-zA-Z]*e/.test(word)) };
	}
	const { shell, options } = interpreter;
	return isShell(shell) ? { shell, stopsAtFailure: /(?:^|\s)-[a-zA-Z]*e/.test(options) } : undefined;
}

const asItIs = (offset: number): number => offset;

function lineOf({ logical, logicalArgs }: Instruction, command: Word): Source {
	// HEALTHCHECK's own CMD stands before the command.
	const start = Math.max(logicalArgs.start, logicalArgs.end - command.text.length);
	return { text: logical.text.slice(start, logicalArgs.end), toDocument: (offset) => logical.toDocument(start + offset) };
}

function interpreterOf(script: string): { readonly shell: string; readonly options: string } | undefined {
	const [, program = "", rest = ""] = /^#!\s*(\S+)[ \t]*([^\n\r]*)/.exec(script) ?? [];
	if (!program) return undefined;
	const [name = "", ...options] = program.endsWith("/env") ? rest.replace(/^-S[ \t]+/, "").split(/[ \t]+/) : [program, rest];
	return { shell: name.slice(name.lastIndexOf("/") + 1), options: options.join(" ") };
}

function withBodies(line: Source, heredocs: readonly Heredoc[]): Source {
	const sources = [line];
	for (const { content, body, name, terminator } of heredocs) {
		sources.push(plainSource("\n", body.start - 1), plainSource(content, body.start), plainSource(name, terminator.start));
	}
	return joinedSource(sources);
}
