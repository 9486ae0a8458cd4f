import { type Command, forEachChild, parse, type Statement, type SyntaxNode } from "unbash";
import type { ShellAssignment, ShellCommand, ShellRedirect } from "./shell-command.ts";
import { ShellWord } from "./shell-word.ts";
import { plainSource, sliceOf, type Source } from "./source.ts";
import { isShell, readsStandardInput, scriptArgument, unwrap } from "./wrappers.ts";

type Joint = ShellCommand["joint"];
type Place = {
	readonly source: Source;
	readonly wrappers: readonly string[];
	readonly conditional: boolean;
	readonly subshell: boolean;
};

/** Scripts in scripts (`sh -c 'sh -c …'`) are followed no deeper than this. */
const deepest = 8;

/** The commands of a script, in the order of the text. What cannot be parsed is left out. */
export function commandsIn(source: Source): readonly ShellCommand[] {
	const commands: ShellCommand[] = [];
	addScript(commands, { source, wrappers: [], conditional: false, subshell: false }, "");
	return commands;
}

/** The command that an exec form runs, or the commands of the script that it gives to a shell. */
export function commandsOfWords(words: readonly ShellWord[]): readonly ShellCommand[] {
	const commands: ShellCommand[] = [];
	const [program, ...args] = words;
	const place = { source: plainSource("", 0), wrappers: [], conditional: false, subshell: false };
	if (program) addUnwrapped(commands, { program, args, assignments: [], redirects: [], joint: "", exec: true }, place);
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

function addCommand(commands: ShellCommand[], node: Command, place: Place, joint: Joint): void {
	const { source } = place;
	if (hasSubstitution(source.text.slice(node.pos, node.end))) {
		for (const child of [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix]) visit(commands, child, place, "");
	}
	const assignments: ShellAssignment[] = [];
	const redirects: ShellRedirect[] = [];
	const args: ShellWord[] = [];
	let script: Source | undefined;
	for (const part of [...node.prefix, ...node.suffix]) {
		if (part.type === "Word") {
			args.push(new ShellWord(source, part.text, part.pos, part));
		} else if (part.type === "Assignment") {
			if (node.name && part.pos > node.name.pos) args.push(new ShellWord(source, part.text, part.pos, wholeWord(part.text)));
			else assignments.push({ name: part.name, value: assignedValue(source, part) });
		} else if (part.type === "HereDoc") {
			script = sliceOf(source, part.body.pos, part.body.end);
		} else if (part.target) {
			redirects.push({ operator: part.operator, target: new ShellWord(source, part.target.text, part.target.pos, part.target) });
		}
	}
	const program = node.name && new ShellWord(source, node.name.text, node.name.pos, node.name);
	if (!program && assignments.length === 0) return;
	addUnwrapped(commands, { program, args, assignments, redirects, joint, exec: false, script, range: program ? undefined : node }, place);
}

/** `export A=$B` gives its argument as an assignment; as a word of a command it is parsed once more, on its own. */
function wholeWord(text: string) {
	const command = parse(`: ${text}`).commands[0]?.command;
	const word = command?.type === "Command" ? command.suffix[0] : undefined;
	return word?.type === "Word" ? word : undefined;
}

function assignedValue(source: Source, { value, append }: Extract<Command["prefix"][number], { type: "Assignment" }>): string | undefined {
	return value.type === "Word" && !append ? new ShellWord(source, value.text, value.pos, value).value : undefined;
}

type Parts = Pick<ShellCommand, "program" | "args" | "assignments" | "redirects" | "joint" | "exec"> & {
	/** The here document on its standard input. */
	readonly script?: Source | undefined;
	readonly range?: { readonly pos: number; readonly end: number } | undefined;
};

function addUnwrapped(commands: ShellCommand[], parts: Parts, place: Place): void {
	const { program, args, script } = parts;
	const value = program?.value;
	const name = value?.slice(value.lastIndexOf("/") + 1);
	if (name !== undefined && place.wrappers.length <= deepest) {
		const inner = unwrap(name, args);
		const [innerProgram, ...innerArgs] = inner?.rest ?? [];
		if (inner && innerProgram) {
			const assignments = inner.assignments.length > 0 ? [...parts.assignments, ...inner.assignments] : parts.assignments;
			addUnwrapped(commands, { ...parts, program: innerProgram, args: innerArgs, assignments }, { ...place, wrappers: [...place.wrappers, name] });
			return;
		}
		const body = scriptArgument(name, args)?.script ?? (isShell(name) && readsStandardInput(args) ? script : undefined);
		if (body) {
			addScript(commands, { ...place, source: body, wrappers: [...place.wrappers, name], subshell: true }, parts.joint);
			return;
		}
	}
	const { source, wrappers, conditional, subshell } = place;
	const { assignments, redirects, joint, exec, range } = parts;
	commands.push({
		name,
		program,
		args,
		assignments,
		redirects,
		wrappers,
		joint,
		conditional,
		subshell,
		exec,
		get range() {
			const last = args.at(-1) ?? program;
			if (program && last) return { start: program.start, end: last.end };
			return { start: source.toDocument(range?.pos ?? 0), end: source.toDocument((range?.end ?? 1) - 1) + 1 };
		},
	});
}
