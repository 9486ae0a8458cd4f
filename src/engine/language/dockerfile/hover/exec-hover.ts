import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { commandWords } from "../../../shell/commands.ts";
import { shellSyntaxIn } from "../../../shell/exec-words.ts";
import { isShell } from "../../../shell/wrappers.ts";
import { type Message, say } from "../../../text/message.ts";
import { code, listed } from "../../markdown.ts";
import { quotedWord } from "./command-facts.ts";
import { shellOf } from "./shell-form.ts";

/** What an exec form starts, word by word, and what it would be in shell form. */
export function describeExec(file: Dockerfile, instruction: Instruction): readonly Message[] {
	const words = commandWords(instruction).map(({ text }) => text);
	const [program = "", ...rest] = words;
	if (program === "") return [];
	const started =
		rest.length === 0
			? say`Starts ${code(program)} without arguments, and without a shell.`
			: rest.length === 1
				? say`Starts ${code(program)} with the argument ${code(rest[0] ?? "")}, without a shell.`
				: say`Starts ${code(program)} with the arguments ${listed(rest.map(code))}, without a shell.`;
	const name = program.slice(program.lastIndexOf("/") + 1);
	if (isShell(name)) return [say`Starts ${code(program)} itself: Docker puts no other shell in front of it.`];
	return [started, ...lostWithoutShell(words), say`In shell form: ${code([...shellOf(file, instruction), words.map(quotedWord).join(" ")].join(" "))}`];
}

/** What stands among the words that only a shell would understand. */
export function lostWithoutShell(words: readonly string[]): readonly Message[] {
	const found = shellSyntaxIn(words);
	const word = found && words[found.index];
	if (!found || word === undefined) return [];
	switch (found.kind) {
		case "variable":
			return [say`${code(word)} is handed over as it is: no shell replaces the variable.`];
		case "pattern":
			return [say`${code(word)} is handed over as it is: no shell looks for files of that pattern.`];
		case "operator":
			return [say`${code(word)} is an argument like any other: no shell is there to understand it.`];
		case "builtin":
			return [say`${code(word)} is a part of shells and no program.`];
		case "command":
			return [say`${code(word)} is taken for the name of one program, blanks included.`];
	}
}
