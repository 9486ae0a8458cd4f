import type { Dockerfile, Heredoc, Instruction, Word } from "../dockerfile/syntax.ts";
import { isPosixShell } from "./effective-shell.ts";
import type { ShellCommand } from "./shell-command.ts";
import { ExecWord } from "./shell-word.ts";
import { joinedSource, plainSource, type Source } from "./source.ts";
import { commandsIn, commandsOfWords } from "./walk.ts";
import { isShell } from "./wrappers.ts";
import { fact } from "../text/fact.ts";

const none: readonly ShellCommand[] = [];

/**
 * The commands that a RUN, CMD, ENTRYPOINT or HEALTHCHECK (or one that ONBUILD holds) runs, in the order of the text, here documents included.
 * An exec form is one command. Empty for other instructions, for the shells of Windows, and where a script is written for another interpreter.
 */
export const commandsOf = (file: Dockerfile, instruction: Instruction): readonly ShellCommand[] => read(instruction, file);

/** As `commandsOf` where the text has one of the words in it; otherwise empty, and nothing is parsed. */
export function commandsMentioning(file: Dockerfile, instruction: Instruction, ...words: readonly string[]): readonly ShellCommand[] {
	return words.some((word) => mentions(instruction, word)) ? commandsOf(file, instruction) : none;
}

/** Whether the word stands anywhere in the instruction, here documents included. */
export function mentions({ logical, heredocs }: Instruction, word: string): boolean {
	return logical.text.includes(word) || (heredocs.length > 0 && heredocs.some(({ content }) => content.includes(word)));
}

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
	if (instruction.json) return commandsOfWords(words.map((word) => new ExecWord(word, file.text)));
	if (!isPosixShell(file, instruction)) return none;
	const line = lineOf(instruction, command);
	const { heredocs } = instruction;
	const [script] = heredocs;
	if (!script) return commandsIn(line);
	if (heredocs.length > 1 || !isOpenerAlone(line.text)) return commandsIn(withBodies(line, heredocs));
	return isForAnotherInterpreter(script.content) ? none : commandsIn(plainSource(script.content, script.body.start));
});

function lineOf({ logical, logicalArgs }: Instruction, command: Word): Source {
	// HEALTHCHECK's own CMD stands before the command.
	const start = Math.max(logicalArgs.start, logicalArgs.end - command.text.length);
	return { text: logical.text.slice(start, logicalArgs.end), toDocument: (offset) => logical.toDocument(start + offset) };
}

/** Docker runs the body itself where there is nothing but one here document; otherwise it hands all of it to the shell. */
const isOpenerAlone = (line: string): boolean => /^\d*<<-?\s*(?:"[^"]*"|'[^']*'|[^\s<"'])+$/.test(line);

function isForAnotherInterpreter(script: string): boolean {
	const [, program = "", argument = ""] = /^#!\s*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(script) ?? [];
	const name = program.endsWith("/env") ? argument : program;
	return name !== "" && !isShell(name.slice(name.lastIndexOf("/") + 1));
}

function withBodies(line: Source, heredocs: readonly Heredoc[]): Source {
	const sources = [line];
	for (const { content, body, name, terminator } of heredocs) {
		sources.push(plainSource("\n", body.start - 1), plainSource(content, body.start), plainSource(name, terminator.start));
	}
	return joinedSource(sources);
}
