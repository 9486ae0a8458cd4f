import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { type Edit, insert, type Range } from "../text/text.ts";
import { inRuns } from "./named-commands.ts";
import { programNamed, type ProgramName, programs } from "./programs/programs.ts";
import type { Program } from "./programs/program.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";
import { fixedValueOf, valueOf } from "./values.ts";
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
	/** Each option, short ones one by one (`-yq` is `-y` and `-q`), with its value or "" and the word in which it stands. An option that is given again is there again. */
	readonly options: readonly (readonly [name: string, value: string, word?: ShellWord | undefined])[];
	/** What is no option, the subcommand left out; undefined where it is not static. */
	readonly operands: readonly (string | undefined)[];
	/** The operands' words. A variable that stands for several is there for each; what `xargs` reads has none. */
	readonly operandWords: readonly (ShellWord | undefined)[];
	/** Whether a variable of unknown value may bring options along. */
	readonly isOpen: boolean;
};

/** The calls of the programs in all RUNs, triggers among them, in the order of the text. */
export const callsOf = (file: Dockerfile, ...names: readonly ProgramName[]): readonly Call[] => found(file, names)?.calls ?? noCalls;

/** The same by instruction, for rules that say one thing of a whole RUN. */
export function callsByRun(file: Dockerfile, ...names: readonly ProgramName[]): ReadonlyMap<Instruction, readonly Call[]> {
	const answer = found(file, names);
	return answer ? (answer.byRun ??= byRunOf(answer.calls)) : noRuns;
}

type CallsByRun = ReadonlyMap<Instruction, readonly Call[]>;
type Found = { readonly names: readonly ProgramName[]; readonly calls: readonly Call[]; byRun: CallsByRun | undefined };

const noCalls: readonly Call[] = [];
const noRuns: CallsByRun = new Map();

/** Rules ask for the same programs again and again: each list is made once. */
const foundIn = fact((_file: Dockerfile): Found[] => []);

/** Undefined where there are none. */
function found(file: Dockerfile, names: readonly ProgramName[]): Found | undefined {
	const starts = startsIn(file);
	if (!starts.some(({ started }) => names.includes(started.program))) return undefined;
	const all = foundIn(file);
	for (const each of all) if (isSame(each.names, names)) return each;
	const calls: Call[] = [];
	for (const start of starts) {
		const call = names.includes(start.started.program) ? callAt(start, file) : undefined;
		if (call) calls.push(call);
	}
	const answer = { names, calls, byRun: undefined };
	all.push(answer);
	return answer;
}

function isSame(names: readonly ProgramName[], others: readonly ProgramName[]): boolean {
	if (names.length !== others.length) return false;
	for (let index = 0; index < names.length; index++) if (names[index] !== others[index]) return false;
	return true;
}

function byRunOf(calls: readonly Call[]): CallsByRun {
	const byRun = new Map<Instruction, Call[]>();
	for (const call of calls) {
		const own = byRun.get(call.instruction);
		if (own) own.push(call);
		else byRun.set(call.instruction, [call]);
	}
	return byRun;
}

/** A command that starts a program of the table. */
type Start = { readonly run: Instruction; readonly command: ShellCommand; readonly index: number; readonly started: Started };

const startsIn = fact((file: Dockerfile): readonly Start[] => {
	const starts: Start[] = [];
	for (const { run, command, index } of inRuns(file)) {
		const started = programOf(command) ?? startedByVariable(file, run, command);
		if (started) starts.push({ run, command, index, started });
	}
	return starts;
});

const callAt = fact(({ run, command, index, started }: Start, file: Dockerfile): Call | undefined => read(file, run, command, index, started));

/** The programs that RUNs start, triggers among them; one that is started again is there again. */
export const programsIn = (file: Dockerfile): readonly ProgramName[] => startsIn(file).map(({ started }) => started.program);

export function hasOption({ options }: Call, ...names: readonly string[]): boolean {
	for (const option of options) if (names.includes(option[0])) return true;
	return false;
}

/** Adds a word to a command, after one that it has; in an exec form as a string of its own. */
export const insertAfter = ({ exec }: ShellCommand, { end }: Range, text: string): Edit => insert(end, exec ? `, ${JSON.stringify(text)}` : ` ${text}`);

/** `leading` is what a variable that holds the program has besides. */
type Started = { readonly program: ProgramName; readonly word: ShellWord; readonly args: readonly ShellWord[]; readonly leading?: readonly string[] };

/** The program that a command starts, and what that is given: Python's modules are programs, too. */
export function programOf(command: ShellCommand): Started | undefined {
	const { name, program: word } = command;
	if (name === undefined || !word) return undefined;
	const program = programNamed(name);
	if (program) return { program, word, args: command.args };
	if (!name.startsWith("py") || !/^(?:python|pypy)[\d.]*$/.test(name)) return undefined;
	const { args } = command;
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

/** `$INSTALL curl`, where the script or an ENV says what that is: a shell makes words of the value, and of nothing else in it. */
function startedByVariable(file: Dockerfile, instruction: Instruction, command: ShellCommand): Started | undefined {
	const { name, program: word, args } = command;
	if (name !== undefined || !word) return undefined;
	const variable = /^\$(?:(\w+)|\{(\w+)\})$/.exec(word.text)?.slice(1).find(Boolean);
	const value = variable === undefined ? undefined : fixedValueOf(file, instruction, command, variable);
	if (value === undefined || /["'\\$`*?[]/.test(value)) return undefined;
	const [first = "", ...leading] = value.trim().split(/\s+/);
	const program = programNamed(first.slice(first.lastIndexOf("/") + 1));
	return program && { program, word, args, leading };
}

/** Words and what they mean, side by side. */
type Arguments = { readonly texts: readonly (string | undefined)[]; readonly words: readonly ShellWord[] };

function read(file: Dockerfile, instruction: Instruction, command: ShellCommand, index: number, started: Started): Call | undefined {
	const { program } = started;
	const { letters, long, hasSubcommands }: Program = programs[program];
	const options: (readonly [string, string, ShellWord | undefined])[] = [];
	const operands: (string | undefined)[] = [];
	const operandWords: (ShellWord | undefined)[] = [];
	let subcommand: string | undefined;
	let last = started.word;
	let isOpen = false;
	const { texts, words } = argumentsOf(file, instruction, command, started);
	for (let at = 0; at < texts.length; at++) {
		const text = texts[at];
		if (text === undefined) {
			const { text: written = "" } = words[at] ?? {};
			// Of a call whose subcommand is not known, nothing is.
			if (hasSubcommands && subcommand === undefined && !written.startsWith("-")) return undefined;
			if (mayHoldOptions(written)) isOpen = true;
			operands.push(undefined);
			operandWords.push(words[at]);
		} else if (text === "-" || !text.startsWith("-")) {
			if (subcommand !== undefined || !hasSubcommands) {
				operands.push(text);
				operandWords.push(words[at]);
			} else {
				subcommand = text;
				last = words[at] ?? last;
			}
		} else if (text.startsWith("--")) {
			const equals = text.indexOf("=");
			const word = words[at];
			if (equals > 0) options.push([text.slice(0, equals), text.slice(equals + 1), word]);
			else options.push([text, long.includes(text) ? (texts[++at] ?? "") : "", word]);
		} else {
			const word = words[at];
			for (let letter = 1; letter < text.length; letter++) {
				const name = `-${text[letter]}`;
				const takesValue = letters.includes(text[letter] ?? " ");
				if (!takesValue && text[letter + 1] !== "=") {
					options.push([name, "", word]);
					continue;
				}
				const attached = text.slice(letter + 1).replace(/^=/, "");
				options.push([name, attached || (takesValue ? (texts[++at] ?? "") : ""), word]);
				break;
			}
		}
	}
	if (!command.program) return undefined;
	// The words that `xargs` reads come last, where no shell takes them.
	const { wrappers } = command;
	if (wrappers.length > 0 && wrappers.includes("xargs") && !wrappers.slice(wrappers.lastIndexOf("xargs")).some(isShell)) {
		operands.push(undefined);
		operandWords.push(undefined);
	}
	const range = { start: command.program.start, end: last.end };
	return { program, instruction, command, index, subcommand: subcommand ?? "", word: last, range, options, operands, operandWords, isOpen };
}

/** The words, and where one is a variable whose value is known, what that splits into. */
function argumentsOf(file: Dockerfile, instruction: Instruction, command: ShellCommand, { word: program, args, leading = [] }: Started): Arguments {
	if (leading.length === 0 && args.every(isStatic)) return { texts: args.map(valueOfWord), words: args };
	const texts: (string | undefined)[] = [...leading];
	const words: ShellWord[] = leading.map(() => program);
	for (const word of args) {
		const text = word.value;
		if (text !== undefined) {
			texts.push(text);
			words.push(word);
			continue;
		}
		const name = /^"?\$(?:(\w+)|\{(\w+)\})"?$/.exec(word.text)?.slice(1).find(Boolean);
		const value = name === undefined ? undefined : valueOf(file, instruction, command, name);
		if (value === undefined) {
			texts.push(text);
			words.push(word);
			continue;
		}
		for (const each of value.split(/\s+/)) {
			if (!each) continue;
			texts.push(each);
			words.push(word);
		}
	}
	return { texts, words };
}

const isStatic = ({ value }: ShellWord): boolean => value !== undefined;
const valueOfWord = ({ value }: ShellWord): string | undefined => value;

const mayHoldOptions = (text: string): boolean => /^"?\$[{(]?(?:[@*]|\w*(?:opt|flag|arg|param|yes|extra))/i.test(text);
