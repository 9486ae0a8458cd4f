import type { Assignment, SyntaxNode, TestExpression, Word } from "unbash";
import { scopeBefore } from "../dockerfile/variables.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { type Edit, insert, type Range, remove, replace } from "../text/text.ts";
import { commandsOf } from "./commands.ts";
import { nodesOf, type Placed, rangeOf, toRange } from "./nodes.ts";
import type { ShellCommand, ShellProcess } from "./shell-command.ts";
import { settingBefore } from "./values.ts";
import { isShell } from "./wrappers.ts";

export type Kind =
	| "ansi-quote"
	| "append"
	| "arithmetic-command"
	| "array"
	| "both-streams"
	| "brace-expansion"
	| "builtin"
	| "double-bracket"
	| "double-equals"
	| "echo-option"
	| "expansion"
	| "function-keyword"
	| "here-string"
	| "option"
	| "pipefail"
	| "process-substitution"
	| "source"
	| "variable";

type Place = {
	readonly at: Range;
	readonly process: ShellProcess;
	readonly edits?: readonly Edit[] | undefined;
	/** Matches every script that has it, where the needles alone are in too many. */
	readonly pattern?: RegExp;
	/** Whether BusyBox understands this one, where that is not the same for all of the kind. */
	readonly busyboxToo?: boolean;
	/** Whether all of these shells understand it, and only the standard does not have it. */
	readonly isCommon?: boolean;
};

export type Finder = {
	/** One of these stands in every script that has it: names of commands, or `pieces`. */
	readonly needles: readonly string[];
	/** Matches every script that has it, where the needles alone are in too many. */
	readonly pattern?: RegExp;
	/** Whether BusyBox's `ash` understands it, as distributions build it: https://git.busybox.net/busybox/tree/shell/ash.c */
	readonly busybox: boolean;
	find(file: Dockerfile, run: Instruction): Iterable<Place>;
};

export const finders: Readonly<Record<Kind, Finder>> = {
	"ansi-quote": { needles: ["$'"], busybox: true, find: (file, run) => nodesOf(file, run, "AnsiCQuoted").map(placeOf) },
	append: {
		needles: ["+="],
		busybox: false,
		find: (file, run) =>
			nodesOf(file, run, "Assignment")
				.filter(({ node }) => node.append)
				.map((placed) => ({ ...placeOf(placed), edits: withoutAppend(placed) })),
	},
	"arithmetic-command": {
		needles: ["(("],
		busybox: false,
		find: (file, run) =>
			[...nodesOf(file, run, "ArithmeticCommand"), ...nodesOf(file, run, "ArithmeticFor")].map((placed) => ({
				...placeOf(placed),
				at: firstOf(placed, placed.node.type === "ArithmeticFor" ? 3 : 2),
			})),
	},
	array: {
		needles: ["=(", "]}"],
		busybox: false,
		find: (file, run) => [...nodesOf(file, run, "ArrayValue"), ...nodesOf(file, run, "ParameterExpansion").filter(({ node }) => node.index)].map(placeOf),
	},
	"both-streams": {
		needles: ["&>"],
		busybox: true,
		find: (file, run) =>
			nodesOf(file, run, "Redirect")
				.filter(({ node }) => node.operator.startsWith("&>"))
				.map((placed) => ({ ...placeOf(placed), edits: withTwoRedirects(placed) })),
	},
	"brace-expansion": {
		needles: ["{"],
		pattern: /(?<!\$)\{(?:[^\s{}"'\\$]|\$(?!\()|\$\([^)]*\)|"[^"]*"|'[^']*'|\\.|\{[^\s{}]*\})*?(?:,|\.\.)/,
		busybox: false,
		find: (file, run) =>
			nodesOf(file, run, "BraceExpansion")
				.filter(({ parent, node }) => parent?.node.type === "Word" && parent.parent?.node.type === "Command" && /,|\.\./.test(node.text))
				.map((placed) => ({ ...placeOf(placed), edits: expandedBraces(placed) })),
	},
	builtin: {
		needles: ["pushd", "popd", "declare", "typeset", "shopt", "mapfile", "readarray", "disown", "let", "builtin"],
		busybox: false,
		find: (file, run) =>
			named(file, run, /^(?:pushd|popd|declare|typeset|shopt|mapfile|readarray|disown|let|builtin)$/, ({ name }) => ({ busyboxToo: name === "let" })),
	},
	"double-bracket": {
		needles: ["[["],
		busybox: true,
		find: (file, run) => nodesOf(file, run, "TestCommand").map((placed) => ({ ...placeOf(placed), at: firstOf(placed, 2), edits: withSingleBracket(placed) })),
	},
	"double-equals": { needles: ["=="], busybox: true, find: findDoubleEquals },
	"echo-option": {
		needles: ["echo -"],
		busybox: true,
		find: (file, run) =>
			commandsOf(file, run).flatMap(({ name, args, place, program, exec, wrappers }): Place[] => {
				const [option] = args;
				// The program of that name in `/bin` has options, and `sudo` and the like start that one.
				const starter = wrappers.at(-1);
				if (
					name !== "echo" ||
					exec ||
					(starter && !isShell(starter) && starter !== "command") ||
					!program ||
					program.text !== "echo" ||
					!option ||
					!/^-n?[eE]?n?$/.test(option.text) ||
					option.text === "-"
				)
					return [];
				if (option.text === "-n") return [{ at: option, process: place.process, isCommon: true }];
				const edits = option.text.includes("n") ? [replace(option, "-n")] : [remove({ start: program.end, end: option.end })];
				return [{ at: option, process: place.process, edits: option.text.includes("e") ? edits : undefined }];
			}),
	},
	expansion: {
		needles: ["${"],
		pattern: /\$\{(?:!|\w+(?:[/^,@]|:[^-=?+]))/,
		busybox: false,
		find: (file, run) =>
			nodesOf(file, run, "ParameterExpansion").flatMap((placed) => {
				const { operation, prefix, index } = placed.node;
				const type = operation?.type;
				if (index || !(type === "Slice" || type === "Replace" || type === "CaseModification" || type === "Transform" || prefix === "!")) return [];
				return [{ ...placeOf(placed), busyboxToo: type === "Slice" || type === "Replace" }];
			}),
	},
	"function-keyword": {
		needles: ["function"],
		busybox: true,
		find: (file, run) =>
			nodesOf(file, run, "Function").flatMap((placed) => {
				const { node, source } = placed;
				const [keyword = ""] = /^function\s+/.exec(source.text.slice(node.pos)) ?? [];
				if (!keyword) return [];
				const hasParentheses = /^\s*\(/.test(source.text.slice(node.name.end));
				const name = toRange(source, node.name);
				const edits = [remove({ start: source.toDocument(node.pos), end: name.start }), ...(hasParentheses ? [] : [insert(name.end, "()")])];
				return [{ at: firstOf(placed, "function".length), process: placed.process, edits }];
			}),
	},
	"here-string": { needles: ["<<<"], busybox: false, find: (file, run) => nodesOf(file, run, "HereString").map(placeOf) },
	option: {
		needles: ["read", "export", "trap", "printf", "ulimit"],
		busybox: false,
		find: (file, run) =>
			commandsOf(file, run).flatMap(({ name = "", args, place, exec }) => {
				const pattern = options.get(name);
				const option = exec ? undefined : pattern && args.find(({ text }) => pattern.test(text));
				return option
					? [{ at: option, process: place.process, isCommon: name === "ulimit", busyboxToo: name === "read" && !/^-\w*[aeNi]/.test(option.text) }]
					: [];
			}),
	},
	pipefail: {
		needles: ["pipefail"],
		busybox: true,
		find: (file, run) =>
			named(file, run, /^set$/, ({ args }) => {
				const at = args.findIndex(({ value }) => value === "pipefail");
				const [before, option] = [args[at - 1], args[at]];
				return before && option ? { at: { start: before.start, end: option.end } } : undefined;
			}),
	},
	"process-substitution": { needles: ["<(", ">("], busybox: true, find: (file, run) => nodesOf(file, run, "ProcessSubstitution").map(placeOf) },
	source: {
		needles: ["source"],
		busybox: true,
		find: (file, run) =>
			named(file, run, /^source$/, ({ program, args }) => ({ edits: program && /\//.test(args[0]?.text ?? "") ? [replace(program, ".")] : undefined })),
	},
	variable: { needles: ["RANDOM", "UID", "BASH", "SECONDS", "OSTYPE", "HOSTTYPE", "MACHTYPE", "PIPESTATUS"], busybox: false, find: findVariables },
};

const placeOf = (placed: Placed): Place => ({ at: rangeOf(placed), process: placed.process });

const firstOf = ({ node, source }: Placed, length: number): Range => toRange(source, { pos: node.pos, end: node.pos + length });

/** The script's own commands of such a name, which no other program starts. */
function named(file: Dockerfile, run: Instruction, name: RegExp, more: (command: ShellCommand) => Partial<Place> | undefined): Place[] {
	return commandsOf(file, run).flatMap((command) => {
		if (!name.test(command.name ?? "") || command.wrappers.at(-1) === "sudo" || command.exec || !command.program) return [];
		const own = more(command);
		return own ? [{ at: command.program, process: command.place.process, ...own }] : [];
	});
}

const options: ReadonlyMap<string, RegExp> = new Map([
	["read", /^-\w*[adnNstuie]/],
	["export", /^-[fn]/],
	["trap", /^(?:ERR|DEBUG|RETURN)$/],
	["printf", /%q/],
	["ulimit", /^-[^f]/],
]);

function withoutAppend({ node, source }: Placed<Assignment>): readonly Edit[] | undefined {
	if (node.index || node.value.type !== "Word") return undefined;
	const start = source.toDocument(node.pos);
	return [replace({ start, end: start + node.name.length + 2 }, `${node.name}=\${${node.name}}`)];
}

function withTwoRedirects({ node, source }: Placed<Extract<SyntaxNode, { type: "Redirect" }>>): readonly Edit[] | undefined {
	if (!node.target) return undefined;
	const range = toRange(source, node);
	const operator = node.operator.slice(1);
	return [replace({ start: range.start, end: range.start + node.operator.length }, operator), insert(range.end, " 2>&1")];
}

function expandedBraces({ node, parent, source }: Placed<Extract<SyntaxNode, { type: "BraceExpansion" }>>): readonly Edit[] | undefined {
	const word = parent?.node;
	if (word?.type !== "Word" || /["'\\`]|\.\./.test(word.text) || word.text.replace(/\$\{/g, "$").split("{").length !== 2) return undefined;
	const [before, after] = [source.text.slice(word.pos, node.pos), source.text.slice(node.end, word.end)];
	const words = node.text.slice(1, -1).split(",");
	return words.includes("") && before + after === "" ? undefined : [replace(toRange(source, word), words.map((each) => before + each + after).join(" "))];
}

function withSingleBracket({ node, source }: Placed<Extract<SyntaxNode, { type: "TestCommand" }>>): readonly Edit[] | undefined {
	const { expression } = node;
	const operands = operandsOf(expression);
	if (!operands?.every(({ text }) => /^(?:"[^"`]*"|'[^']*'|[\w./:=+-]+)$/.test(text))) return undefined;
	const start = source.toDocument(node.pos);
	const end = toRange(source, node).end;
	const operator = expression.type === "TestBinary" && expression.operator === "==" ? source.text.indexOf("==", expression.left.end) : -1;
	return [
		replace({ start, end: start + 2 }, "["),
		...(operator < 0 ? [] : [replace(toRange(source, { pos: operator, end: operator + 2 }), "=")]),
		replace({ start: end - 2, end }, "]"),
	];
}

/** The words that a plain test compares; undefined for any other. */
function operandsOf(expression: TestExpression): readonly Word[] | undefined {
	if (expression.type === "TestUnary") return /^-[a-uw-zA-Z]$/.test(expression.operator) ? [expression.operand] : undefined;
	if (expression.type !== "TestBinary" || !/^(?:==?|!=|-(?:eq|ne|lt|le|gt|ge))$/.test(expression.operator)) return undefined;
	return [expression.left, expression.right];
}

function findDoubleEquals(file: Dockerfile, run: Instruction): Place[] {
	return commandsOf(file, run).flatMap(({ name, args, place }) => {
		const operator = name === "[" || name === "test" ? args.find(({ text }) => text === "==") : undefined;
		return operator ? [{ at: operator, process: place.process, edits: [replace(operator, "=")] }] : [];
	});
}

const variables = /^(?:RANDOM|SRANDOM|E?UID|BASH\w*|SECONDS|OSTYPE|HOSTTYPE|MACHTYPE|PIPESTATUS)$/;

function* findVariables(file: Dockerfile, run: Instruction): Generator<Place> {
	const commands = commandsOf(file, run);
	for (const placed of [...nodesOf(file, run, "SimpleExpansion"), ...nodesOf(file, run, "ParameterExpansion")]) {
		const name = placed.node.type === "SimpleExpansion" ? placed.node.text.slice(1) : placed.node.parameter;
		if (!variables.test(name) || (placed.node.type === "ParameterExpansion" && placed.node.operation)) continue;
		const last = commands.at(-1);
		const isSet =
			scopeBefore(file, run).get(name) !== undefined ||
			(last && settingBefore(file, run, last, name) !== undefined) ||
			commands.some(({ assignments }) => assignments.some((own) => own.name === name));
		if (!isSet) yield { ...placeOf(placed), busyboxToo: name === "RANDOM" };
	}
}
