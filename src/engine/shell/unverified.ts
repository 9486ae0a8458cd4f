import { instructionsAndTriggersOf, pairsOf } from "../dockerfile/instructions.ts";
import { removePair } from "../dockerfile/remove-pair.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { valueOf } from "../dockerfile/variables.ts";
import { fact } from "../text/fact.ts";
import { type Edit, type Range, replace } from "../text/text.ts";
import { type Call, callsOf, hasOption } from "./calls.ts";
import { commandsNamed, inRuns, type NamedCommand } from "./named-commands.ts";
import type { ProgramName } from "./programs/programs.ts";
import { hasPiece } from "./pieces.ts";
import { fileSwitches, optionSwitches, piecesOfLines, piecesOfVariables, settingSwitches, type Unverified, variableSwitches } from "./programs/unverified.ts";
import { removeCommand } from "./remove-command.ts";
import { removeOption } from "./remove-option.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";

/** A place where a build is told to take what nobody vouches for. */
export type UnverifiedPlace = {
	readonly of: Unverified;
	/** What says so, as a reader would write it: `-k`, `PYTHONHTTPSVERIFY=0`. */
	readonly text: string;
	readonly at: Range;
	/** What stands in its place where it is not simply left out. */
	readonly instead?: string;
	/** Takes it out; undefined where it cannot be done on its own. */
	readonly removal: Edit | undefined;
};

const none: readonly UnverifiedPlace[] = [];

/** The places of one kind, in the order of the text. */
export const unverifiedIn = (file: Dockerfile, of: Unverified): readonly UnverifiedPlace[] => places(file).get(of) ?? none;

const places = fact((file: Dockerfile): ReadonlyMap<Unverified, readonly UnverifiedPlace[]> => {
	const found = new Map<Unverified, UnverifiedPlace[]>();
	const add = (place: UnverifiedPlace): void => {
		const list = found.get(place.of);
		if (list) list.push(place);
		else found.set(place.of, [place]);
	};
	if (hasPiece(file, ...piecesOfVariables)) {
		for (const keyword of ["ENV", "ARG"]) for (const instruction of instructionsAndTriggersOf(file, keyword)) addPairs(file, instruction, add);
		for (const { run, command } of inRuns(file)) if (command.assignments.length > 0 || command.name === "export") addAssignments(file, run, command, add);
	}
	for (const call of callsOf(file, ...programs)) addCall(file, call, add);
	if (hasPiece(file, ...piecesOfLines)) for (const writing of commandsNamed(file, "echo", "printf", "cat", "tee", "sed")) addWrites(writing, add);
	return found;
});

type Add = (place: UnverifiedPlace) => void;

const programs = [...new Set([...optionSwitches, ...settingSwitches].flatMap((each) => each.programs))];
/** By program and name. */
const optionsByProgram: ReadonlyMap<ProgramName, ReadonlyMap<string, typeof optionSwitches>> = new Map(
	programs.map((program) => {
		const own = optionSwitches.filter((each) => each.programs.includes(program));
		return [program, new Map(own.flatMap(({ names }) => names).map((name) => [name, own.filter(({ names }) => names.includes(name))]))];
	}),
);
const settingsByProgram: ReadonlyMap<ProgramName, typeof settingSwitches> = new Map(
	programs.map((program) => [program, settingSwitches.filter((each) => each.programs.includes(program))]),
);

function addPairs(file: Dockerfile, instruction: Instruction, add: Add): void {
	for (const { name, value } of pairsOf(instruction)) {
		const known = variableSwitches.get(name.text.toUpperCase());
		const held = known && value && valueOf(file, instruction, value);
		if (!known || !value || held === undefined || !known.value.test(held)) continue;
		add({ of: known.of, text: `${name.text}=${held}`, at: { start: name.start, end: value.end }, removal: removePair(file, instruction, name) });
	}
}

function addAssignments(file: Dockerfile, run: Instruction, command: ShellCommand, add: Add): void {
	for (const { name, value, word } of command.assignments) {
		if (!isSwitch(name, value)) continue;
		const at = word ? { start: word.start - name.length - 1, end: word.end } : (command.program ?? command.range);
		addVariable(name, value, at, undefined, add);
	}
	if (command.name !== "export") return;
	for (const word of command.args) {
		const [, name = "", value] = /^(\w+)=(.*)$/s.exec(word.value ?? "") ?? [];
		if (!isSwitch(name, value)) continue;
		addVariable(name, value, word, command.args.length === 1 ? removeCommand(file, run, command) : undefined, add);
	}
}

const isSwitch = (name: string, value: string | undefined): value is string =>
	value !== undefined && (variableSwitches.get(name.toUpperCase())?.value.test(value) ?? false);

function addVariable(name: string, value: string, at: Range, removal: Edit | undefined, add: Add): void {
	const { of } = variableSwitches.get(name.toUpperCase()) ?? {};
	if (of) add({ of, text: `${name}=${value}`, at: { start: at.start, end: at.end }, removal });
}

function addCall(file: Dockerfile, call: Call, add: Add): void {
	const { program, command, subcommand, options } = call;
	const isSettingAlone = program === "yum-config-manager" || subcommand === "config-manager";
	const known = options.length > 0 ? optionsByProgram.get(program) : undefined;
	for (const [name, value, word] of options) {
		for (const { value: wanted, of } of known?.get(name) ?? []) {
			if ((wanted && !wanted.test(value)) || !word || isOwnMachine(call) || (of === "apk" && areVouchedFor(file, call))) continue;
			const text = wanted ? `${name}${name.startsWith("--") && word.text.includes("=") ? "=" : " "}${value}` : name;
			const next = command.args[command.args.indexOf(word) + 1];
			const at = wanted && word.value === name && next?.value === value ? { start: word.start, end: next.end } : word;
			// What answers yes to everything answers to the usual question, too.
			if (of === "apt-force" && !hasOption(call, ...yes) && word.value === name)
				add({ of, text, at, instead: "-y", removal: replace(word, command.exec ? '"-y"' : "-y") });
			else add({ of, text, at, removal: isSettingAlone ? undefined : removeOption(file, command, name, word, value) });
		}
	}
	if (subcommand !== "config" && subcommand !== "set" && subcommand !== "env") return;
	const words = [subcommand, ...call.operands.map((operand) => operand ?? "?")].join(" ");
	for (const { words: wanted, of } of settingsByProgram.get(program) ?? []) {
		const match = wanted.exec(words);
		if (!match) continue;
		const first = call.operandWords.find((word) => word && (match[1] === undefined || word.value?.startsWith(match[1])));
		const last = call.operandWords.at(-1);
		if (first && last)
			add({
				of,
				text: words.slice(words.indexOf(match[1] ?? words)),
				at: { start: first.start, end: last.end },
				removal: removeCommand(file, call.instruction, command),
			});
	}
}

/** Whether all files of packages that are installed have had their signature checked before, as gpg does. */
function areVouchedFor(file: Dockerfile, { command, operandWords }: Call): boolean {
	const packages = operandWords.flatMap((word) => (word && /\.apk["']?$/.test(word.text) ? [nameOf(word)] : []));
	if (packages.length === 0) return false;
	const checked = new Set<string>();
	for (const { command: gpg } of commandsNamed(file, "gpg", "gpgv"))
		if (gpg.range.start < command.range.start && (gpg.name === "gpgv" || gpg.args.some(({ text }) => text === "--verify")))
			for (const word of gpg.args) checked.add(nameOf(word));
	return packages.every((name) => checked.has(name));
}

const nameOf = ({ text }: ShellWord): string => text.replace(/["']/g, "").replace(/^.*\//, "");

/** Whether curl or wget asks the build's own machine, where nobody is in between. */
function isOwnMachine({ program, operands }: Call): boolean {
	if (program !== "curl" && program !== "wget") return false;
	const hosts = operands.flatMap((operand = "") => /^(?:\w+:\/\/)?([\w.-]+)/.exec(operand)?.[1] ?? []);
	return hosts.length > 0 && hosts.every((host) => host === "localhost" || host.startsWith("127."));
}

/** What `echo`, `printf`, `tee`, `sed` and here documents put into configuration files. */
function addWrites({ run, command, commands, index }: NamedCommand, add: Add): void {
	const paths = pathsOf(command, commands[index + 1]);
	if (paths.length === 0) return;
	for (const { path, line, of } of fileSwitches) {
		if (!paths.some((each) => path.test(each))) continue;
		for (const word of textsOf(command)) {
			const text = word.value?.replaceAll("\\n", "\n") ?? "";
			const found = line.exec(text);
			if (found && !isOwnFolder(text.slice(found.index))) add({ of, text: found[0].trim().replace(/\s+/g, " "), at: word, removal: undefined });
		}
		for (const input of command.inputs) {
			const found = line.exec(input);
			// A here document of the script stands in that of the instruction.
			const heredoc = found && run.heredocs.find(({ content }) => content.includes(input));
			if (!found || !heredoc) continue;
			const start = heredoc.body.start + heredoc.content.indexOf(input) + found.index + (found[0].length - found[0].trimStart().length);
			add({ of, text: found[0].trim(), at: { start, end: start + found[0].trim().length }, removal: undefined });
		}
	}
}

/** Whether a section of pacman's configuration goes on with packages that the build itself has made. */
const isOwnFolder = (text: string): boolean => /^[^[]*\n\s*Server\s*=\s*file:/.test(text);

const yes = ["-y", "--yes", "--assume-yes"];

const noWords: readonly ShellWord[] = [];
const noPaths: readonly string[] = [];

function textsOf({ name, args }: ShellCommand): readonly ShellWord[] {
	if (name === "echo" || name === "printf") return args;
	return name === "sed" ? args.filter(({ text }) => !text.startsWith("-")).slice(0, -1) : noWords;
}

function pathsOf(command: ShellCommand, next: ShellCommand | undefined): readonly string[] {
	const { name, args, redirects } = command;
	const isFed = next?.joint === "|" && next.name === "tee";
	if (redirects.length === 0 && name !== "tee" && name !== "sed" && !isFed) return noPaths;
	const written = redirects.flatMap(({ operator, target }) => (operator.startsWith(">") ? [target] : []));
	const named = name === "tee" ? args : name === "sed" ? args.slice(-1) : isFed ? next.args : [];
	const targets = [...written, ...named].map(({ text }) => text);
	return targets.map((target) => target.replace(/["']/g, ""));
}
