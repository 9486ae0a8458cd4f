import { type Command as CommandNode, forEachChild, type If, type Statement, type SyntaxNode, type Word } from "unbash";
import { counts, decides, type PlainCommand, type PlainScript } from "./plain-script.ts";
import { readScript } from "./script.ts";
import type { Branch, CommandPlace, ShellCommand } from "./shell-command.ts";
import { ShellWord } from "./shell-word.ts";
import { WordsCommand } from "./words-command.ts";
import { plainSource, sliceOf, type Source } from "./source.ts";
import { fromWords, TreeCommand } from "./tree-command.ts";
import {
	goesOnAtFailure,
	isShell,
	mayStartAnother,
	programsOfFind,
	readsStandardInput,
	scriptArgument,
	stopsAtFailure,
	trapKind,
	type Unwrapped,
	unwrap,
} from "./wrappers.ts";

/** What a walk keeps of a process: `set -e` counts from where it stands. */
type Process = CommandPlace["process"] & { stopsAtFailure: boolean };
/** Where a walk is. */
type Place = CommandPlace & { readonly process: Process; readonly mayHoldSubstitutions: boolean; readonly depth: number };
/** How a node is joined to the one before, and what its failure does: its status may be the script's own, and `set -e` may heed it. */
type Way = { readonly joint: ShellCommand["joint"]; readonly isStatus: boolean; readonly isHeeded: boolean };

const unheeded: Way = { joint: "", isStatus: false, isHeeded: false };

/** Scripts in scripts (`sh -c 'sh -c …'`) are followed no deeper than this. */
const deepest = 8;
/** And commands in `$(…)` and parentheses no deeper than this. */
const deepestNesting = 100;

/** How the shell is called that runs a script. */
export type Start = { readonly shell: string | undefined; readonly stopsAtFailure: boolean };

/** The commands of a script, in the order of the text. What cannot be parsed is left out. */
export function commandsIn(source: Source, start: Start = { shell: undefined, stopsAtFailure: false }): readonly ShellCommand[] {
	const commands: ShellCommand[] = [];
	addScript(commands, outermost(source, start), { joint: "", isStatus: true, isHeeded: true });
	return commands;
}

/** The command that an exec form runs, or the commands of the script that it gives to a shell. */
export function commandsOfWords(words: readonly ShellWord[]): readonly ShellCommand[] {
	const commands: ShellCommand[] = [];
	const [program, ...args] = words;
	const place = outermost(plainSource("", 0), { shell: undefined, stopsAtFailure: false });
	if (program)
		addUnwrapped(commands, fromWords({ program, args, assignments: [], redirects: [], inputs: [], joint: "", isFatal: true, exec: true }, place), place);
	return commands;
}

const outermost = (source: Source, { shell, stopsAtFailure }: Start): Place => ({
	source,
	wrappers: [],
	runBy: undefined,
	branch: undefined,
	process: { parent: undefined, shell, stopsAtFailure },
	isBackground: false,
	mayHoldSubstitutions: hasSubstitution(source.text),
	depth: 0,
});

function addScript(commands: ShellCommand[], place: Place, way: Way): void {
	if (place.wrappers.length > deepest) return;
	const script = readScript(place.source.text);
	if (script.statements) addStatements(commands, script.statements, place, way);
	else addPlain(commands, script.plain, place, way);
}

/** As `addStatements`, where there are only simple commands. */
function addPlain(commands: ShellCommand[], script: PlainScript, place: Place, { joint, isStatus, isHeeded }: Way): void {
	let within = place;
	for (let index = 0; index < script.length; index++) {
		const command = script[index] as PlainCommand;
		const { standing, substitutions, body } = command;
		if (index > 0 && command.joint === "||") within = { ...place, branch: alternative(firstWordOf(script[index - 1], place), place) };
		else if (command.joint !== "|") within = place;
		const ownJoint = index === 0 ? joint : command.joint;
		if (body) {
			addPlain(commands, body, inner(within, within), {
				joint: ownJoint,
				isStatus: isStatus && (standing & decides) !== 0,
				isHeeded: isHeeded && (standing & counts) !== 0,
			});
			continue;
		}
		for (const each of substitutions) addPlain(commands, each, inner(within, within), unheeded);
		const isFatal = (isStatus && (standing & decides) !== 0) || (isHeeded && (standing & counts) !== 0 && place.process.stopsAtFailure);
		const own = new WordsCommand(command, within, ownJoint, isFatal);
		if (own.name === undefined || (own.name !== "set" && !mayStartAnother(own.name))) commands.push(own);
		else add(commands, own, within);
	}
}

function firstWordOf(command: PlainCommand | undefined, { source }: Place): string | undefined {
	const [start, end] = command?.words.slice(command.assignments * 2) ?? [];
	return source.text.slice(start ?? 0, Math.abs(end ?? 0));
}

function addStatements(commands: ShellCommand[], statements: readonly Statement[], place: Place, { joint, isStatus, isHeeded }: Way): void {
	let next = joint;
	const last = statements.length - 1;
	for (const [index, { command, background }] of statements.entries()) {
		if (background) visit(commands, command, { ...place, isBackground: true }, { ...unheeded, joint: next });
		else visit(commands, command, place, { joint: next, isStatus: isStatus && index === last, isHeeded });
		next = background ? "&" : ";";
	}
}

function visit(commands: ShellCommand[], node: SyntaxNode, place: Place, way: Way): void {
	switch (node.type) {
		case "Command":
			addCommand(commands, node, place, way);
			return;
		case "AndOr": {
			const { operators } = node;
			const last = node.commands.length - 1;
			const lastOr = operators.lastIndexOf("||");
			for (const [index, command] of node.commands.entries()) {
				const operator = operators[index - 1];
				const within = operator === "||" ? { ...place, branch: alternative(testIn(node.commands[index - 1]), place) } : place;
				const counts = index > lastOr;
				visit(commands, command, within, {
					joint: operator ?? way.joint,
					isStatus: counts && way.isStatus,
					isHeeded: counts && index === last && way.isHeeded,
				});
			}
			return;
		}
		case "Pipeline": {
			const last = node.prefixes.some(({ type }) => type === "Negation") ? -1 : node.commands.length - 1;
			for (const [index, command] of node.commands.entries()) {
				const joint = index === 0 ? way.joint : "|";
				visit(commands, command, place, index === last ? { ...way, joint } : { ...unheeded, joint });
			}
			return;
		}
		case "CompoundList":
			addStatements(commands, node.commands, place, way);
			return;
		case "Script":
			// The offsets of a script in escaped backquotes are not those of the text.
			if (node.source === undefined && place.depth < deepestNesting) addStatements(commands, node.commands, inner(place, place), unheeded);
			return;
		case "Subshell":
			visit(commands, node.body, inner(place, place), way);
			return;
		case "If":
			addIf(commands, node, place, way);
			return;
		case "For":
		case "While":
		case "Select":
		case "ArithmeticFor":
		case "Case":
		case "Function":
			addBranch(commands, node, { ...place, branch: branchOf(kindOf(node.type), place, ...detailsOf(node, place)) }, way);
			return;
		case "Word":
			if (hasSubstitution(node.text)) forEachChild(node, (child) => visit(commands, child, place, { ...unheeded, joint: way.joint }));
			return;
		default:
			forEachChild(node, (child) => visit(commands, child, place, way));
	}
}

/** The same place in a process of its own, which begins as its parent is at this point. */
const inner = (place: Place, { process }: Place): Place => ({
	...place,
	depth: place.depth + 1,
	process: { parent: process, shell: process.shell, stopsAtFailure: process.stopsAtFailure },
});

const branchOf = (kind: Branch["kind"], { branch }: CommandPlace, name?: string, words?: readonly ShellWord[]): Branch => ({
	kind,
	parent: branch,
	name,
	...(words && { words }),
});

const armOf = (choice: object, { branch }: CommandPlace): Branch => ({ kind: "if", parent: branch, choice });

/** What stands behind `||` after a test is chosen; after anything else something has failed. */
const alternative = (before: string | undefined, place: CommandPlace): Branch => branchOf(isTest(before) ? "if" : "or", place);

const isTest = (program: string | undefined): boolean => program === "[" || program === "test";

function addIf(commands: ShellCommand[], node: If, place: Place, way: Way): void {
	visit(commands, node.clause, place, { ...unheeded, joint: way.joint });
	const choice = {};
	const body = { ...way, joint: ";" as const };
	visit(commands, node.then, { ...place, branch: armOf(choice, place) }, body);
	for (const { clause, then } of node.elif) {
		visit(commands, clause, { ...place, branch: branchOf("if", place) }, { ...unheeded, joint: ";" });
		visit(commands, then, { ...place, branch: armOf(choice, place) }, body);
	}
	if (node.else) visit(commands, node.else, { ...place, branch: armOf(choice, place) }, body);
}

/** What a command of a list begins with where that tests something. */
function testIn(node: SyntaxNode | undefined): string | undefined {
	if (node?.type === "TestCommand") return "test";
	return node?.type === "Command" ? node.name?.text : undefined;
}

type Branching = Extract<SyntaxNode, { type: "For" | "While" | "Select" | "ArithmeticFor" | "Case" | "Function" }>;

function addBranch(commands: ShellCommand[], node: Branching, place: Place, way: Way): void {
	const choice = {};
	const body: Way = { joint: ";", isStatus: node.type === "Case" && way.isStatus, isHeeded: node.type !== "Function" && way.isHeeded };
	forEachChild(node, (child) => {
		const isClause = node.type === "While" && child === node.clause;
		if (child.type === "CaseItem") {
			for (const pattern of child.pattern) visit(commands, pattern, place, unheeded);
			visit(commands, child.body, { ...place, branch: armOf(choice, { ...place, branch: place.branch?.parent }) }, body);
		} else visit(commands, child, place, isClause ? { ...unheeded, joint: ";" } : body);
	});
}

function kindOf(type: Branching["type"]): Branch["kind"] {
	if (type === "For") return "for";
	if (type === "Case") return "if";
	return type === "Function" ? "function" : "while";
}

/** A branch's name and words. */
function detailsOf(node: Branching, { source }: Place): [name?: string, words?: readonly ShellWord[]] {
	if (node.type === "Function") return [node.name.text];
	if (node.type !== "For" || !node.wordlist) return [];
	return [node.name.text, node.wordlist.map((word) => toShellWord(source, word))];
}

const toShellWord = (source: Source, word: Word): ShellWord => new ShellWord(source, word.text, word.pos, word);

const hasSubstitution = (text: string): boolean => text.includes("$(") || text.includes("`") || text.includes("<(");

function addCommand(commands: ShellCommand[], node: CommandNode, place: Place, { joint, isStatus, isHeeded }: Way): void {
	if (place.mayHoldSubstitutions)
		for (const part of [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix]) visit(commands, part, place, unheeded);
	const { process } = place;
	const isFatal = isStatus || (isHeeded && process.stopsAtFailure);
	if (!node.name && !node.prefix.some(({ type }) => type === "Assignment")) return;
	add(commands, new TreeCommand(node, place, { joint, isFatal }), place, node);
}

function add(commands: ShellCommand[], command: ShellCommand, place: Place, node?: CommandNode): void {
	addUnwrapped(commands, command, place, node);
	if (command.name !== "set") return;
	if (stopsAtFailure(command.args)) place.process.stopsAtFailure = true;
	else if (goesOnAtFailure(command.args)) place.process.stopsAtFailure = false;
}

/** Adds the command, or what it starts in its place. */
function addUnwrapped(commands: ShellCommand[], command: ShellCommand, place: Place, node?: CommandNode): void {
	const { name } = command;
	if (name === undefined || !mayStartAnother(name) || place.wrappers.length > deepest) {
		commands.push(command);
		return;
	}
	const { args } = command;
	const within = { ...place, wrappers: [...place.wrappers, name] };
	if (name === "find") {
		commands.push(command);
		const each = { ...within, branch: branchOf("while", place) };
		for (const [program, ...rest] of programsOfFind(args)) {
			const parts = { args: rest, assignments: [], redirects: [], inputs: [], joint: ";", isFatal: false, exec: command.exec } as const;
			if (program) addUnwrapped(commands, fromWords({ ...parts, program }, each), each);
		}
		return;
	}
	const script = scriptArgument(name, args);
	const unwrapped = script ? undefined : unwrap(name, args);
	if (unwrapped) return addRest(commands, command, within, unwrapped, node);
	const body = script ? script.script : isShell(name) && readsStandardInput(args) ? standardInput(node, place) : undefined;
	if (body) addBody(commands, command, within, body);
	else commands.push(command);
}

function addRest(commands: ShellCommand[], command: ShellCommand, place: Place, { assignments, rest, as }: Unwrapped, node?: CommandNode): void {
	const [program, ...args] = rest;
	if (!program) return;
	const { redirects, inputs, joint, isFatal, exec } = command;
	const parts = { program, args, redirects, inputs, joint, isFatal, exec, assignments: [...command.assignments, ...assignments] };
	const within = { ...place, runBy: runBy(place, as) };
	addUnwrapped(commands, fromWords(parts, within), within, node);
}

/** Of two programs that change the user it is not followed who is who in the end. */
const runBy = ({ runBy: outer }: CommandPlace, as: CommandPlace["runBy"]): CommandPlace["runBy"] => (as && outer ? "other" : (as ?? outer));

/** Adds the commands of a script that a command starts. */
function addBody(commands: ShellCommand[], { name = "", args, joint, isFatal }: ShellCommand, place: Place, source: Source): void {
	const script = { ...place, source, mayHoldSubstitutions: hasSubstitution(source.text) };
	const way = { joint, isStatus: isFatal, isHeeded: isFatal };
	if (name === "eval" || name === "env") return addScript(commands, script, way);
	if (name === "trap") {
		const kind = trapKind(args);
		if (kind) addScript(commands, { ...script, branch: branchOf(kind, { ...script, branch: undefined }) }, { ...unheeded, joint: ";" });
		return;
	}
	const shell = isShell(name) ? name : place.process.shell;
	const process = { parent: place.process, shell, stopsAtFailure: isShell(name) && stopsAtFailure(args) };
	addScript(commands, { ...script, process, runBy: runBy(place, isShell(name) || name === "flock" || name === "script" ? undefined : "other") }, way);
}

function standardInput(node: CommandNode | undefined, { source }: Place): Source | undefined {
	const heredoc = node?.suffix.find((part) => part.type === "HereDoc") ?? node?.prefix.find((part) => part.type === "HereDoc");
	return heredoc?.type === "HereDoc" ? sliceOf(source, heredoc.body.pos, heredoc.body.end) : undefined;
}
