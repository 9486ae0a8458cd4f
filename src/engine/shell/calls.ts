import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { type Edit, insert, type Range } from "../text/text.ts";
import { commandsOf } from "./commands.ts";
import { mentionsOf } from "./mentions.ts";
import { programNamed, type ProgramName, programs } from "./programs/programs.ts";
import type { Program } from "./programs/program.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";
import { valueOf } from "./values.ts";
import { isShell } from "./wrappers.ts";

/** A call of a program such as a package manager: `program options… subcommand options and operands…`. */
export type Call = {
	readonly program: ProgramName;
	readonly instruction: Instruction;
	readonly command: ShellCommand;
	/** Its place among the instruction's commands. */
	readonly index: number;
	/** "" where there is none, or a variable holds it. */
	readonly subcommand: string;
	/** The subcommand's word; without one the program's own, `pip` in `python -m pip`. */
	readonly word: ShellWord;
	/** From the program to the subcommand. */
	readonly range: Range;
	/** Each option, short ones one by one (`-yq` is `-y` and `-q`), with its value or "". An option that is given again is there again. */
	readonly options: readonly (readonly [name: string, value: string])[];
	/** What is no option, the subcommand left out; undefined where it is not static. */
	readonly operands: readonly (string | undefined)[];
	/** Whether a variable of unknown value may bring options along. */
	readonly isOpen: boolean;
};

/** The calls of the programs in all RUNs, triggers among them, in the order of the text. A RUN in which none of the names stands is not read. */
export const callsOf = (file: Dockerfile, ...names: readonly ProgramName[]): readonly Call[] => found(file)(names).calls;

/** The same by instruction, for rules that say one thing of a whole RUN. */
export const callsByRun = (file: Dockerfile, ...names: readonly ProgramName[]): ReadonlyMap<Instruction, readonly Call[]> => found(file)(names).byRun;

type Found = { readonly calls: readonly Call[]; readonly byRun: ReadonlyMap<Instruction, readonly Call[]> };

const nothing: Found = { calls: [], byRun: new Map() };

/** Rules ask for the same programs again and again: each list is made once. */
const found = fact((file: Dockerfile) => {
	const known: { readonly of: readonly ProgramName[]; readonly answer: Found }[] = [];
	return (names: readonly ProgramName[]): Found => {
		for (const { of, answer } of known) if (of.length === names.length && of.every((name, index) => name === names[index])) return answer;
		const answer = find(file, names);
		known.push({ of: names, answer });
		return answer;
	};
});

function find(file: Dockerfile, names: readonly ProgramName[]): Found {
	const calls: Call[] = [];
	let from: ProgramName | undefined;
	let isSorted = true;
	for (const name of names) {
		for (const instruction of mentionsOf(file, name)) {
			const found = callsIn(instruction, file).get(name);
			if (!found) continue;
			calls.push(...found);
			isSorted &&= from === undefined || from === name;
			from = name;
		}
	}
	if (calls.length === 0) return nothing;
	if (!isSorted) calls.sort((one, other) => one.instruction.range.start - other.instruction.range.start || one.index - other.index);
	const byRun = new Map<Instruction, Call[]>();
	for (const call of calls) {
		const group = byRun.get(call.instruction);
		if (group) group.push(call);
		else byRun.set(call.instruction, [call]);
	}
	return { calls, byRun };
}

const callsIn = fact((instruction: Instruction, file: Dockerfile): ReadonlyMap<ProgramName, readonly Call[]> => {
	const calls = new Map<ProgramName, Call[]>();
	for (const [index, command] of commandsOf(file, instruction).entries()) {
		const started = programOf(command);
		const call = started && read(file, instruction, command, index, started);
		if (!call) continue;
		const list = calls.get(call.program);
		if (list) list.push(call);
		else calls.set(call.program, [call]);
	}
	return calls;
});

export const hasOption = ({ options }: Call, ...names: readonly string[]): boolean => options.some(([name]) => names.includes(name));

/** Adds a word to a command, after one that it has; in an exec form as a string of its own. */
export const insertAfter = ({ exec }: ShellCommand, { end }: Range, text: string): Edit => insert(end, exec ? `, ${JSON.stringify(text)}` : ` ${text}`);

type Started = { readonly program: ProgramName; readonly word: ShellWord; readonly args: readonly ShellWord[] };

/** The program that a command starts, and what that is given: Python's modules are programs, too. */
export function programOf({ name, program: word, args }: ShellCommand): Started | undefined {
	if (name === undefined || !word) return undefined;
	const program = programNamed(name);
	if (program) return { program, word, args };
	if (!name.startsWith("py") || !/^(?:python|pypy)[\d.]*$/.test(name)) return undefined;
	for (const [index, arg] of args.entries()) {
		const { value = "" } = arg;
		const [, attached] = /^-[a-zA-Z]*?m(.*)$/.exec(value) ?? [];
		if (attached === undefined) {
			if (!value.startsWith("-") && !/^-[WX]$/.test(args[index - 1]?.value ?? "")) return undefined;
			if (/^-[a-zA-Z]*c/.test(value)) return undefined;
			continue;
		}
		const module = attached ? arg : args[index + 1];
		const named = programNamed(attached || (module?.value ?? ""));
		const { isModule }: Program = named ? programs[named] : { letters: "", long: [], hasSubcommands: false };
		return named && module && isModule ? { program: named, word: module, args: args.slice(index + (attached ? 1 : 2)) } : undefined;
	}
	return undefined;
}

type Argument = { readonly text: string | undefined; readonly word: ShellWord };

function read(file: Dockerfile, instruction: Instruction, command: ShellCommand, index: number, { program, word, args: words }: Started): Call | undefined {
	const { letters, long, hasSubcommands }: Program = programs[program];
	const options: (readonly [string, string])[] = [];
	const operands: (string | undefined)[] = [];
	let subcommand: Argument | undefined;
	let isOpen = false;
	const args: Argument[] = [];
	for (const each of words) {
		const { value } = each;
		if (value === undefined) args.push(...argumentsIn(file, instruction, command, each));
		else args.push({ text: value, word: each });
	}
	for (let at = 0; at < args.length; at++) {
		const argument = args[at] as Argument;
		const { text } = argument;
		if (text === undefined) {
			// Of a call whose subcommand is not known, nothing is.
			if (hasSubcommands && !subcommand && !argument.word.text.startsWith("-")) return undefined;
			if (mayHoldOptions(argument.word.text)) isOpen = true;
			operands.push(undefined);
		} else if (text === "-" || !text.startsWith("-")) {
			if (subcommand || !hasSubcommands) operands.push(text);
			else subcommand = argument;
		} else if (text.startsWith("--")) {
			const equals = text.indexOf("=");
			if (equals > 0) options.push([text.slice(0, equals), text.slice(equals + 1)]);
			else options.push([text, long.includes(text) ? (args[++at]?.text ?? "") : ""]);
		} else {
			for (let letter = 1; letter < text.length; letter++) {
				const name = `-${text[letter]}`;
				const takesValue = letters.includes(text[letter] ?? " ");
				if (!takesValue && text[letter + 1] !== "=") {
					options.push([name, ""]);
					continue;
				}
				const attached = text.slice(letter + 1).replace(/^=/, "");
				options.push([name, attached || (takesValue ? (args[++at]?.text ?? "") : "")]);
				break;
			}
		}
	}
	if (!command.program) return undefined;
	// The words that `xargs` reads come last, where no shell takes them.
	const { wrappers } = command;
	if (wrappers.includes("xargs") && !wrappers.slice(wrappers.lastIndexOf("xargs")).some(isShell)) operands.push(undefined);
	const last = subcommand?.word ?? word;
	return {
		program,
		instruction,
		command,
		index,
		subcommand: subcommand?.text ?? "",
		word: last,
		range: { start: command.program.start, end: last.end },
		options,
		operands,
		isOpen,
	};
}

/** What a variable whose value is known splits into; the word itself where it is not. */
function argumentsIn(file: Dockerfile, instruction: Instruction, command: ShellCommand, word: ShellWord): readonly Argument[] {
	const name = /^"?\$(?:(\w+)|\{(\w+)\})"?$/.exec(word.text)?.slice(1).find(Boolean);
	const value = name === undefined ? undefined : valueOf(file, instruction, command, name);
	if (value === undefined) return [{ text: undefined, word }];
	return value.split(/\s+/).flatMap((text) => (text ? [{ text, word }] : []));
}

const mayHoldOptions = (text: string): boolean => /^"?\$[{(]?(?:[@*]|\w*(?:opt|flag|arg|param|yes|extra))/i.test(text);
