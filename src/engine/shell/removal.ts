import { stateBefore } from "../dockerfile/state.ts";
import { scopeBefore } from "../dockerfile/variables.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { commandsOf } from "./commands.ts";
import { expandsBraces } from "./dialect.ts";
import { type Expansion, patternsOf } from "./expansion.ts";
import { fits } from "./glob.ts";
import type { Branch, ShellCommand, ShellProcess } from "./shell-command.ts";
import { ShellWord } from "./shell-word.ts";
import { fromWords } from "./tree-command.ts";
import { settingBefore } from "./values.ts";
import { isInOtherRoot, programsOfFind } from "./wrappers.ts";

/** A directory whose contents somebody may remove. */
export type Directory = {
	/** Absolute, or with "~" at its beginning for whoever's home it is. */
	readonly path: string;
	/** Whose home "~" is, where that is known. */
	readonly home?: RegExp | undefined;
	/** The names that stand for all that is in it, besides `*`. */
	readonly whole?: RegExp;
	/** Whether it is found only in images whose `/bin/sh` is dash or ash, so that a shell of unknown name is one. */
	readonly isOfSmallShell: boolean;
};

/** A removal: what it removes as patterns of paths, directories themselves only where it says so. */
export type Removal = {
	readonly command: ShellCommand;
	readonly index: number;
	readonly paths: readonly string[];
	readonly takesDirectories: boolean;
	/** Whether it takes braces to be read by a shell of which it is not known. */
	readonly supposesBraces: boolean;
};

/** Whether the instruction removes anything. */
export const removesFiles = (file: Dockerfile, instruction: Instruction): boolean => removalsOf(instruction, file).removals.length > 0;

/** What the instruction removes, in order. */
export const removalsIn = (file: Dockerfile, instruction: Instruction): readonly Removal[] => removalsOf(instruction, file).removals;

/** Whether a removal takes the file, or the folder, at an absolute path away. */
export function takesAway({ paths, takesDirectories }: Removal, path: string): boolean {
	const parts = partsOf(path);
	return paths.some((pattern) => {
		const removed = partsOf(pattern);
		if (removed.length === 0 || removed.length > parts.length || (removed.length < parts.length && !takesDirectories)) return false;
		return removed.every((part, index) => part === parts[index] || (wildcard.test(part) && fits(part, parts[index] ?? "")));
	});
}

/** Whether, after the command has run, the instruction removes what is in the directory, as far as its text tells. What may happen counts, what happens only on a failure does not. */
export function isEmptiedAfter(file: Dockerfile, instruction: Instruction, command: ShellCommand, directory: Directory): boolean {
	const { commands, removals } = removalsOf(instruction, file);
	if (removals.length === 0) return false;
	const known = emptied(command);
	let isEmptied = known.get(directory.path);
	if (isEmptied === undefined) {
		const start = commands.indexOf(command);
		isEmptied = removals.some(
			(removal) =>
				!(removal.supposesBraces && directory.isOfSmallShell) &&
				removal.paths.some((path) => empties(path, removal.takesDirectories, directory)) &&
				happensAfter(commands, removal, start, command),
		);
		known.set(directory.path, isEmptied);
	}
	return isEmptied;
}

/** The answers about a command, by directories. */
const emptied = fact((_command: ShellCommand) => new Map<string, boolean>());

/** Whether a command of its instruction runs after another one, and not only when something fails. */
export function isAfter(file: Dockerfile, instruction: Instruction, later: ShellCommand, earlier: ShellCommand): boolean {
	const commands = commandsOf(file, instruction);
	return happensAfter(commands, { command: later, index: commands.indexOf(later) }, commands.indexOf(earlier), earlier);
}

/** Functions that call each other are followed no deeper than this. */
const deepest = 5;

function happensAfter(
	commands: readonly ShellCommand[],
	{ command, index }: Pick<Removal, "command" | "index">,
	start: number,
	since: ShellCommand,
	depth = 0,
): boolean {
	const { branch, isBackground } = command.place;
	if (depth > deepest) return false;
	if (isBackground && !since.place.isBackground && !commands.slice(index + 1).some(({ name }) => name === "wait")) return false;
	let isAtEnd = false;
	for (let each: Branch | undefined = branch; each && !holds(since.place.branch, each); each = each.parent) {
		if (each.kind === "or" || each.kind === "signal" || (each.choice && isOtherArm(each, since.place.branch))) return false;
		if (each.kind === "exit") isAtEnd = true;
		if (each.kind === "function") {
			const { name } = each;
			return commands.some(
				(caller, at) => caller.name === name && caller !== command && happensAfter(commands, { command: caller, index: at }, start, since, depth + 1),
			);
		}
	}
	return isAtEnd || index > start;
}

/** Whether of the two arms of a choice, which is made once, only one runs. */
function isOtherArm({ choice, parent }: Branch, branch: Branch | undefined): boolean {
	for (let each = parent; each; each = each.parent) if (each.kind === "while" || each.kind === "for" || each.kind === "function") return false;
	for (let each = branch; each; each = each.parent) if (each.choice === choice) return true;
	return false;
}

function holds(branch: Branch | undefined, sought: Branch): boolean {
	for (let each = branch; each; each = each.parent) if (each === sought) return true;
	return false;
}

const none: readonly Removal[] = [];

type Removals = { readonly commands: readonly ShellCommand[]; readonly removals: readonly Removal[] };

const removalsOf = fact((instruction: Instruction, file: Dockerfile): Removals => {
	const written = commandsOf(file, instruction);
	const commands = written.some(isNamedByVariable) ? written.map((command) => spelledOut(file, instruction, command)) : written;
	if (!commands.some(({ name }) => name === "rm" || name === "unlink" || name === "find")) return { commands, removals: none };
	const removals: Removal[] = [];
	const folders: Folders = new Map();
	const left = new Map<ShellProcess, (string | undefined)[]>();
	for (let index = 0; index < commands.length; index++) {
		const command = commands[index] as ShellCommand;
		const { name } = command;
		if (name !== "cd" && name !== "pushd" && name !== "popd" && name !== "rm" && name !== "unlink" && name !== "find") continue;
		if (isInOtherRoot(command.wrappers)) continue;
		const folder = (): string | undefined => folderOf(folders, command.place.process, file, instruction);
		const hasBraces = command.args.some(({ text }) => text.includes("{"));
		const mayExpand = hasBraces ? expandsBraces(file, instruction, command) : false;
		const expansion: Expansion = { variable: (variable) => valuesOf(file, instruction, command, variable), braces: mayExpand ?? false };
		if (name === "cd" || name === "pushd" || name === "popd") {
			const { process } = command.place;
			const stack = left.get(process) ?? [];
			if (name === "pushd") left.set(process, [...stack, folder()]);
			// `popd` leads back to where the last `pushd` was called.
			folders.set(process, name === "popd" ? stack.pop() : folderAfter(command, expansion, folder()));
			continue;
		}
		const removedWith = name === "find" ? removedByFind : removedByRm;
		for (const removal of removedWith(commands, index, expansion, folder)) removals.push(removal);
		if (mayExpand !== undefined) continue;
		for (const removal of removedWith(commands, index, { ...expansion, braces: true }, folder)) removals.push({ ...removal, supposesBraces: true });
	}
	return { commands, removals };
});

const isNamedByVariable = ({ name, program }: ShellCommand): boolean => name === undefined && program !== undefined;

/** `$CLEAN_UP`, where the variable holds a program that removes and its arguments: a shell makes words of it, and of nothing else in it. */
function spelledOut(file: Dockerfile, instruction: Instruction, command: ShellCommand): ShellCommand {
	if (command.name !== undefined || !command.program) return command;
	const variable = /^\$(?:(\w+)|\{(\w+)\})$/.exec(command.program.text)?.slice(1).find(Boolean);
	const [value, ...others] = (variable === undefined ? undefined : valuesOf(file, instruction, command, variable)) ?? [];
	if (value === undefined || others.length > 0 || !/^\s*(?:\/bin\/|\/usr\/bin\/)?(?:rm|unlink|find)\s[^"'\\$`]*$/.test(value)) return command;
	const { start } = command.program;
	const source = { text: value, toDocument: () => start };
	const [program = command.program, ...words] = [...value.matchAll(/\S+/g)].map(({ 0: text, index }) => new ShellWord(source, text, index));
	const { args, assignments, redirects, inputs, exec, joint, isFatal } = command;
	return fromWords({ program, args: [...words, ...args], assignments, redirects, inputs, exec, joint, isFatal }, command.place);
}

/** The working directories of the processes so far. One that begins has its parent's. */
type Folders = Map<ShellProcess, string | undefined>;

function folderOf(folders: Folders, process: ShellProcess, file: Dockerfile, instruction: Instruction): string | undefined {
	if (folders.has(process)) return folders.get(process);
	const folder = process.parent ? folderOf(folders, process.parent, file, instruction) : stateBefore(file, instruction).workdir;
	folders.set(process, folder);
	return folder;
}

function folderAfter({ args }: ShellCommand, expansion: Expansion, folder: string | undefined): string | undefined {
	const words = args.filter(({ text }) => !/^-[LPe@]+$|^--$/.test(text));
	const [word] = words;
	if (!word) return "~";
	const paths = patternsOf(word, expansion);
	return paths.length === 1 && words.length === 1 && word.text !== "-" ? inFolder(paths[0] ?? "", folder) : undefined;
}

const inFolder = (path: string, folder: string | undefined): string | undefined =>
	/^[/~]/.test(path) ? path : folder === undefined ? undefined : `${folder}/${path}`;

/** A variable's values: those of a loop, what the script assigned, or the Dockerfile's own. */
function valuesOf(file: Dockerfile, instruction: Instruction, command: ShellCommand, name: string, depth = 0): readonly string[] | undefined {
	const expansion = (at: ShellCommand): Expansion => ({ variable: (each) => valuesOf(file, instruction, at, each, depth + 1), braces: false });
	if (depth > 5) return undefined;
	for (let branch = command.place.branch; branch; branch = branch.parent) {
		if (branch.kind === "for" && branch.name === name) return branch.words?.flatMap((word) => patternsOf(word, expansion(command)));
	}
	const setting = settingBefore(file, instruction, command, name);
	if (setting) {
		const values = setting.value && patternsOf(setting.value, expansion(setting.command));
		// An assignment does not look for files, but what is made of its value later does.
		return values?.map((value) => value.replace(/\\([*?[\]])/g, "$1"));
	}
	const value = scopeBefore(file, instruction).get(name)?.value;
	return value === undefined ? (name === "HOME" ? ["~"] : undefined) : [value];
}

/** A working directory, which is looked for only where a path needs it. */
type Folder = () => string | undefined;

const absolute = (paths: readonly string[], folder: Folder): readonly string[] =>
	paths.every((path) => path.startsWith("/")) ? paths : paths.flatMap((path) => inFolder(path, /^[/~]/.test(path) ? undefined : folder()) ?? []);

type Removed = (commands: readonly ShellCommand[], index: number, expansion: Expansion, folder: Folder) => readonly Removal[];

const removedByRm: Removed = (commands, index, expansion, folder) => {
	const command = commands[index];
	// What a `find` starts, it is asked itself.
	if (!command || command.wrappers.includes("find")) return [];
	const { args, wrappers, joint } = command;
	const takesDirectories = args.some(({ value }) => value !== undefined && value.startsWith("-") && /^-[a-zA-Z]*[rR]|^--recursive$/.test(value));
	const removal = { command, index, takesDirectories, supposesBraces: false };
	const feeder = commands[index - 1];
	const isFed = wrappers.includes("xargs") && joint === "|";
	if (isFed && feeder?.name === "find") {
		const { name, roots, isPart } = searchOf(feeder, expansion, folder);
		return isPart ? [] : [{ paths: roots.map((root) => `${root}/${name}`), ...removal }];
	}
	// Patterns are printed as what they stand for.
	const printed = isFed && /^(?:ls|echo|printf)$/.test(feeder?.name ?? "") ? (feeder?.args.filter(({ text }) => text.includes("*")) ?? []) : [];
	const paths: string[] = [];
	for (const word of printed.length === 0 ? args : [...args, ...printed])
		if (!word.text.startsWith("-")) for (const path of patternsOf(word, expansion)) paths.push(path);
	return [{ paths: absolute(paths, folder), ...removal }];
};

const removedByFind: Removed = (commands, index, expansion, folder) => {
	const command = commands[index];
	const removing =
		command && programsOfFind(command.args).find((words) => words.some(({ value }) => value === "rm" || value === "/bin/rm" || value === "unlink"));
	const deletes = command?.args.some(({ value }) => value === "-delete");
	if (!command || (!removing && !deletes)) return [];
	const { name, roots, isPart } = searchOf(command, expansion, folder);
	if (isPart) return [];
	const takesDirectories = deletes || (removing?.some(({ value = "" }) => /^-[a-zA-Z]*[rR]/.test(value)) ?? false);
	return [{ command, index, takesDirectories, supposesBraces: false, paths: roots.map((root) => `${root}/${name}`) }];
};

/** Where a `find` looks and for which name; `isPart` where it leaves some of it out. */
function searchOf({ args }: ShellCommand, expansion: Expansion, folder: Folder) {
	const first = args.findIndex(({ text }) => /^(?:-[a-zA-Z]{2}|[(!]|\\[(!])/.test(text));
	const words = first < 0 ? args : args.slice(0, first);
	const roots = words.filter(({ text }) => !text.startsWith("-")).flatMap((word) => patternsOf(word, expansion));
	let name = "*";
	let isPart = false;
	for (let index = Math.max(first, 0); index < args.length; index++) {
		const option = args[index]?.value ?? "";
		const negated = /^!$|^-not$/.test(args[index - 1]?.value ?? "");
		if (/^-i?(?:name)$/.test(option) && !negated) name = args[++index]?.value ?? "";
		else if (/^-(?:i?path|i?wholename|i?regex|[acm](?:time|min)|newer\w*|size|empty|user|group|perm|links|inum)$/.test(option) && !negated) isPart = true;
		else if (option === "-maxdepth" && args[index + 1]?.value === "0") isPart = true;
	}
	return { name, isPart, roots: absolute(roots.length > 0 ? roots : ["."], folder) };
}

/** Whether removing what the pattern names leaves nothing in the directory. */
function empties(pattern: string, takesDirectories: boolean, { path, whole, home }: Directory): boolean {
	const removed = partsOf(path.startsWith("~") ? pattern.replace(home ?? anyHome, "~") : pattern);
	const parts = partsOf(path);
	if (removed.length > parts.length + 1) return false;
	for (const [index, part] of removed.entries()) {
		const own = parts[index];
		if (own === undefined) return /^\*+$/.test(part) || (whole?.test(part) ?? false);
		if (part !== own && !(wildcard.test(part) && fits(part, own))) return false;
	}
	return takesDirectories;
}

/** What may be somebody's home directory: where they usually are, and what has a cache in it. */
const anyHome = /^\/(?:(?:root|home\/[^/]+)(?=\/|$)|.+?(?=\/\.cache(?:\/|$)))/;

const wildcard = /[*?[\\]/;

function partsOf(path: string): readonly string[] {
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "..") parts.pop();
		else if (part && part !== ".") parts.push(part);
	}
	return parts;
}
