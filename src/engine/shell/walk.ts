import { type Command as CommandNode, forEachChild, parse, type Statement, type SyntaxNode } from "unbash";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";
import { plainSource, sliceOf, type Source } from "./source.ts";
import { type CommandPlace, fromWords, TreeCommand } from "./tree-command.ts";
import { isShell, mayStartAnother, readsStandardInput, scriptArgument, unwrap } from "./wrappers.ts";

type Joint = ShellCommand["joint"];
/** Where a walk is. */
type Place = CommandPlace & { readonly mayHoldSubstitutions: boolean };

/** Scripts in scripts (`sh -c 'sh -c …'`) are followed no deeper than this. */
const deepest = 8;

/** The commands of a script, in the order of the text. What cannot be parsed is left out. */
export function commandsIn(source: Source): readonly ShellCommand[] {
	const commands: ShellCommand[] = [];
	addScript(commands, { source, wrappers: [], conditional: false, subshell: false, mayHoldSubstitutions: hasSubstitution(source.text) }, "");
	return commands;
}

/** The command that an exec form runs, or the commands of the script that it gives to a shell. */
export function commandsOfWords(words: readonly ShellWord[]): readonly ShellCommand[] {
	const commands: ShellCommand[] = [];
	const [program, ...args] = words;
	const place = { source: plainSource("", 0), wrappers: [], conditional: false, subshell: false, mayHoldSubstitutions: false };
	if (program) addUnwrapped(commands, fromWords({ program, args, assignments: [], redirects: [], joint: "", exec: true }, place), place);
	return commands;
}

function addScript(commands: ShellCommand[], place: Place, joint: Joint): void {
	if (place.wrappers.length > deepest) return;
	addStatements(commands, parse(place.source.text).commands, place, joint);
}

function addStatements(commands: ShellCommand[], statements: readonly Statement[], place: Place, first: Joint): void {
	let joint = first;
	for (const { command, background } of statements) {
		visit(commands, command, place, joint);
		joint = background ? "&" : ";";
	}
}

function visit(commands: ShellCommand[], node: SyntaxNode, place: Place, joint: Joint): void {
	switch (node.type) {
		case "Command":
			addCommand(commands, node, place, joint);
			return;
		case "AndOr":
			node.commands.forEach((command, index) => visit(commands, command, place, index === 0 ? joint : (node.operators[index - 1] ?? joint)));
			return;
		case "Pipeline":
			node.commands.forEach((command, index) => visit(commands, command, place, index === 0 ? joint : "|"));
			return;
		case "CompoundList":
			addStatements(commands, node.commands, place, joint);
			return;
		case "Script":
			// The offsets of a script in escaped backquotes are not those of the text.
			if (node.source === undefined) addStatements(commands, node.commands, { ...place, subshell: true }, "");
			return;
		case "Subshell":
			visit(commands, node.body, { ...place, subshell: true }, joint);
			return;
		case "If":
			visit(commands, node.clause, place, joint);
			forEachChild(node, (child) => child !== node.clause && visit(commands, child, { ...place, conditional: true }, ";"));
			return;
		case "For":
		case "While":
		case "Select":
		case "ArithmeticFor":
		case "Case":
		case "Function":
			forEachChild(node, (child) => visit(commands, child, { ...place, conditional: true }, ";"));
			return;
		case "Word":
			if (hasSubstitution(node.text)) forEachChild(node, (child) => visit(commands, child, place, joint));
			return;
		default:
			forEachChild(node, (child) => visit(commands, child, place, joint));
	}
}

const hasSubstitution = (text: string): boolean => text.includes("$(") || text.includes("`") || text.includes("<(");

function addCommand(commands: ShellCommand[], node: CommandNode, place: Place, joint: Joint): void {
	if (place.mayHoldSubstitutions) for (const part of [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix]) visit(commands, part, place, "");
	if (node.name || node.prefix.some(({ type }) => type === "Assignment")) addUnwrapped(commands, new TreeCommand(node, place, joint), place, node);
}

/** Adds the command, or what it starts in its place. */
function addUnwrapped(commands: ShellCommand[], command: ShellCommand, place: Place, node?: CommandNode): void {
	const { name, joint, exec } = command;
	if (name === undefined || !mayStartAnother(name) || place.wrappers.length > deepest) {
		commands.push(command);
		return;
	}
	const within = { ...place, wrappers: [...place.wrappers, name] };
	const inner = unwrap(name, command.args);
	const [program, ...args] = inner?.rest ?? [];
	if (inner && program) {
		const assignments = inner.assignments.length > 0 ? [...command.assignments, ...inner.assignments] : command.assignments;
		addUnwrapped(commands, fromWords({ program, args, assignments, redirects: command.redirects, joint, exec }, within), within, node);
		return;
	}
	const body = scriptArgument(name, command.args)?.script ?? (isShell(name) && readsStandardInput(command.args) ? standardInput(node, place) : undefined);
	if (body) addScript(commands, { ...within, source: body, subshell: true, mayHoldSubstitutions: hasSubstitution(body.text) }, joint);
	else commands.push(command);
}

function standardInput(node: CommandNode | undefined, { source }: Place): Source | undefined {
	const heredoc = node?.suffix.find((part) => part.type === "HereDoc") ?? node?.prefix.find((part) => part.type === "HereDoc");
	return heredoc?.type === "HereDoc" ? sliceOf(source, heredoc.body.pos, heredoc.body.end) : undefined;
}
