import { scopeBefore } from "../../dockerfile/variables.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { commandsOf } from "../../shell/commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { type Edit, insert, type Range } from "../../text/text.ts";
import { fact } from "../../text/fact.ts";

/** Which of a program's options take the next word as their value: letters, and long ones with their dashes. */
export type OptionSyntax = { readonly letters: string; readonly long: readonly string[] };

/** A call of a program such as a package manager: `program options… subcommand options and operands…`. */
export type Invocation = {
	readonly command: ShellCommand;
	readonly subcommand: ShellWord;
	/** From the program to the subcommand. */
	readonly range: Range;
	/** Each option, short ones one by one (`-yq` is `-y` and `-q`), with its value or "". An option that is given again is there again. */
	readonly options: readonly (readonly [name: string, value: string])[];
	/** What is no option, the subcommand left out; undefined where it is not static. */
	readonly operands: readonly (string | undefined)[];
	/** Whether a variable of unknown value may bring options along. */
	readonly isOpen: boolean;
};

/** Reads a command as a call with a subcommand; undefined where there is none, or a variable holds it. `words` are all arguments or, for `python -m pip`, those of pip. */
export function invocationOf(
	file: Dockerfile,
	instruction: Instruction,
	command: ShellCommand,
	syntax: OptionSyntax,
	words = command.args,
): Invocation | undefined {
	return read(command, { file, instruction, syntax, words });
}

export const hasOption = ({ options }: Invocation, ...names: readonly string[]): boolean => options.some(([name]) => names.includes(name));

/** Adds a word to a command, after one that it has; in an exec form as a string of its own. */
export const insertAfter = ({ exec }: ShellCommand, { end }: Range, text: string): Edit => insert(end, exec ? `, ${JSON.stringify(text)}` : ` ${text}`);

type Argument = { readonly text: string | undefined; readonly word: ShellWord };

type Beside = { readonly file: Dockerfile; readonly instruction: Instruction; readonly syntax: OptionSyntax; readonly words: readonly ShellWord[] };

const read = fact((command: ShellCommand, { file, instruction, syntax, words }: Beside): Invocation | undefined => {
	const { letters, long } = syntax;
	const options: (readonly [string, string])[] = [];
	const operands: (string | undefined)[] = [];
	let subcommand: ShellWord | undefined;
	let isOpen = false;
	const args = words.flatMap((word) => argumentsIn(file, instruction, command, word));
	for (let index = 0; index < args.length; index++) {
		const { text, word } = args[index] as Argument;
		if (text === undefined) {
			if (!subcommand && !word.text.startsWith("-")) return undefined;
			if (mayHoldOptions(word.text)) isOpen = true;
			operands.push(undefined);
		} else if (text === "-" || !text.startsWith("-")) {
			if (subcommand) operands.push(text);
			else subcommand = word;
		} else if (text.startsWith("--")) {
			const equals = text.indexOf("=");
			if (equals > 0) options.push([text.slice(0, equals), text.slice(equals + 1)]);
			else options.push([text, long.includes(text) ? (args[++index]?.text ?? "") : ""]);
		} else {
			for (let at = 1; at < text.length; at++) {
				const letter = `-${text[at]}`;
				const takesValue = letters.includes(text[at] ?? " ");
				if (!takesValue && text[at + 1] !== "=") {
					options.push([letter, ""]);
					continue;
				}
				const attached = text.slice(at + 1).replace(/^=/, "");
				options.push([letter, attached || (takesValue ? (args[++index]?.text ?? "") : "")]);
				break;
			}
		}
	}
	if (!subcommand || !command.program) return undefined;
	return { command, subcommand, range: { start: command.program.start, end: subcommand.end }, options, operands, isOpen };
});

/** The word itself, or what a variable whose value is known splits into. */
function argumentsIn(file: Dockerfile, instruction: Instruction, command: ShellCommand, word: ShellWord): readonly Argument[] {
	if (word.value !== undefined) return [{ text: word.value, word }];
	const name = /^"?\$(?:(\w+)|\{(\w+)\})"?$/.exec(word.text)?.slice(1).find(Boolean);
	const value = name === undefined ? undefined : valueOf(file, instruction, command, name);
	if (value === undefined) return [{ text: undefined, word }];
	return value.split(/\s+/).flatMap((text) => (text ? [{ text, word }] : []));
}

/** What the script itself assigned last before the command, or the Dockerfile's own value. */
function valueOf(file: Dockerfile, instruction: Instruction, command: ShellCommand, name: string): string | undefined {
	const { start } = command.range;
	const last = assignmentsIn(instruction, file).findLast(({ range, assignments }) => range.start < start && assignments.some((each) => each.name === name));
	if (last) return last.assignments.find((each) => each.name === name)?.value;
	return scopeBefore(file, instruction).get(name)?.value;
}

/** The commands that only assign. */
const assignmentsIn = fact((instruction: Instruction, file: Dockerfile): readonly ShellCommand[] =>
	commandsOf(file, instruction).filter(({ program }) => !program),
);

const mayHoldOptions = (text: string): boolean => /^"?\$[{(]?(?:[@*]|\w*(?:opt|flag|arg|param|yes|extra))/i.test(text);
