import { say } from "../text/message.ts";
import { complain, here, mostDepth, type Scanner, skipBlanks, skipLine, take, takeName } from "./scanner.ts";
import { parseHeredoc, parseString } from "./strings.ts";
import { constantOf, type Entry, type Expression, type Word } from "./syntax.ts";

/** Whether line ends are blanks there, as they are in brackets. */
type Within = { readonly lines: boolean };

/** What begins there, blanks before it left out. Where nothing does, it is missing, and nobody is told: who asks knows better what it was to be. */
export function parseExpression(scanner: Scanner, within: Within): Expression {
	skipBlanks(scanner, within);
	if (scanner.depth >= mostDepth) return tooDeep(scanner);
	scanner.depth++;
	let expression = parseOperand(scanner, within);
	const { start } = expression;
	const operands = [expression];
	let operator = "";
	for (;;) {
		skipBlanks(scanner, within);
		operator = /^(?:\|\||&&|==|!=|<=|>=|[+\-*/%<>?])/.exec(scanner.text.slice(scanner.at, scanner.at + 2))?.[0] ?? "";
		if (operator === "" || expression.kind === "missing") break;
		scanner.at += operator.length;
		if (operator === "?") operands.push(...parseBranches(scanner, within));
		else operands.push(parseOrTell(scanner, within, parseOperand));
		expression = operands.at(-1) ?? expression;
	}
	scanner.depth--;
	const last = operands.at(-1) ?? expression;
	return operands.length === 1 ? last : { kind: "operation", operator: operands.length > 2 ? "…" : "", operands, start, end: Math.max(last.end, start) };
}

/** What stands in `${…}`. */
export const parseInHole = (scanner: Scanner): Expression => parseExpression(scanner, { lines: true });

/** What a condition chooses from, each a whole expression. */
function parseBranches(scanner: Scanner, within: Within): readonly Expression[] {
	const branch = parseOrTell(scanner, within, parseExpression);
	skipBlanks(scanner, within);
	if (take(scanner, ":")) return [branch, parseOrTell(scanner, within, parseExpression)];
	complain(scanner, here(scanner), say`\`:\` is missing here`);
	return [branch];
}

function parseOrTell(scanner: Scanner, within: Within, parse: typeof parseExpression): Expression {
	skipBlanks(scanner, within);
	const operand = parse(scanner, within);
	if (operand.kind === "missing") complain(scanner, here(scanner), say`a value is missing here`);
	return operand;
}

function tooDeep(scanner: Scanner): Expression {
	const start = scanner.at;
	complain(scanner, here(scanner), say`this is nested too deep`);
	skipLine(scanner);
	return { kind: "missing", start, end: start };
}

function parseOperand(scanner: Scanner, within: Within): Expression {
	const start = scanner.at;
	let signs = 0;
	while (/[!-]/.test(scanner.text[scanner.at] ?? "") && !(scanner.text.startsWith("!=", scanner.at) || (signs > 0 && scanner.text[scanner.at - 1] === " "))) {
		scanner.at++;
		signs++;
		skipBlanks(scanner, within);
	}
	const operand = parsePostfix(scanner, parsePrimary(scanner), within);
	if (signs > 0 && operand.kind === "missing") complain(scanner, here(scanner), say`a value is missing here`);
	return signs > 0 ? { kind: "operation", operator: "-", operands: [operand], start, end: Math.max(operand.end, start + 1) } : operand;
}

function parsePostfix(scanner: Scanner, primary: Expression, within: Within): Expression {
	let of = primary;
	if (of.kind === "missing") return of;
	for (let count = 0; ; count++) {
		const start: number = of.start;
		skipBlanks(scanner, { lines: false });
		if (scanner.text[scanner.at] === "." && !scanner.text.startsWith("...", scanner.at) && count < mostDepth) {
			const dot = scanner.at++;
			skipBlanks(scanner, { lines: false });
			const digits = /^(?:\d+|\*)/.exec(scanner.text.slice(scanner.at, scanner.at + 20))?.[0];
			const name = digits === undefined ? takeName(scanner) : { text: digits, start: scanner.at, end: (scanner.at += digits.length) };
			if (!name) complain(scanner, { start: dot, end: dot + 1 }, say`a name is missing here`);
			of = { kind: "member", of, name: name ?? { text: "", start: scanner.at, end: scanner.at }, start, end: scanner.at };
		} else if (scanner.text[scanner.at] === "[" && count < mostDepth) {
			scanner.at++;
			const index = take(scanner, "*") ? missingAt(scanner.at) : parseExpression(scanner, { lines: true });
			skipBlanks(scanner, { lines: true });
			if (!take(scanner, "]")) complain(scanner, here(scanner), say`the closing bracket is missing`);
			of = { kind: "index", of, index, start, end: scanner.at };
		} else return of;
		if (!within.lines && scanner.text[scanner.at] === "\n") return of;
	}
}

const missingAt = (at: number): Expression => ({ kind: "missing", start: at, end: at });

const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function parsePrimary(scanner: Scanner): Expression {
	const { text, at: start } = scanner;
	const character = text[start];
	if (character === '"') return parseString(scanner, parseInHole);
	if (character === "<") return parseHeredoc(scanner, parseInHole) ?? missingAt(start);
	if (character === "[") return parseList(scanner);
	if (character === "{") return parseObject(scanner);
	if (character === "(") {
		scanner.at++;
		const inner = parseExpression(scanner, { lines: true });
		skipBlanks(scanner, { lines: true });
		if (!take(scanner, ")")) complain(scanner, here(scanner), say`the closing parenthesis is missing`);
		return { kind: "operation", operator: "(", operands: [inner], start, end: scanner.at };
	}
	number.lastIndex = start;
	const digits = number.exec(text)?.[0];
	if (digits !== undefined) {
		scanner.at += digits.length;
		return { kind: "literal", value: Number(digits), start, end: scanner.at };
	}
	const name = takeName(scanner);
	if (!name) return missingAt(start);
	if (name.text === "true" || name.text === "false") return { kind: "literal", value: name.text === "true", start, end: scanner.at };
	if (name.text === "null") return { kind: "literal", value: null, start, end: scanner.at };
	let whole = name;
	while (text.startsWith("::", scanner.at)) {
		scanner.at += 2;
		takeName(scanner);
		whole = { text: text.slice(start, scanner.at), start, end: scanner.at };
	}
	const open = /^[ \t]*\(/.exec(text.slice(scanner.at, scanner.at + 100))?.[0].length;
	if (open !== undefined) {
		scanner.at += open - 1;
		return parseCall(scanner, whole);
	}
	return { kind: "name", text: whole.text, start, end: whole.end };
}

function parseCall(scanner: Scanner, name: Word): Expression {
	const open = scanner.at++;
	const args = parseItems(scanner, ")");
	return { kind: "call", name, args: args.items, open, start: name.start, end: scanner.at };
}

function parseList(scanner: Scanner): Expression {
	const start = scanner.at++;
	const loop = parseFor(scanner, start, "]");
	if (loop) return loop;
	const { items, isClosed } = parseItems(scanner, "]");
	return { kind: "list", items, isClosed, start, end: scanner.at };
}

/** Values up to the bracket, or to where another thing begins. */
function parseItems(scanner: Scanner, close: string): { readonly items: Expression[]; readonly isClosed: boolean } {
	const items: Expression[] = [];
	for (;;) {
		skipBlanks(scanner, { lines: true });
		if (take(scanner, close)) return { items, isClosed: true };
		const item = isBeginning(scanner) ? missingAt(scanner.at) : parseExpression(scanner, { lines: true });
		if (item.kind === "missing") break;
		items.push(item);
		take(scanner, "...");
		skipBlanks(scanner, { lines: true });
		if (take(scanner, ",")) continue;
		if (take(scanner, close)) return { items, isClosed: true };
		// A comma that is missing is no reason to take the next value for something else.
		if (!/["[{(\w<]/.test(scanner.text[scanner.at] ?? "") || isBeginning(scanner)) break;
		complain(scanner, here(scanner), say`a comma is missing before this`);
	}
	complain(scanner, here(scanner), say`the closing \`${close}\` is missing`);
	return { items, isClosed: false };
}

const beginning = /[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?:=(?![=>])|(?:"[^"\r\n]*"[ \t]*)+\{)/uy;

/** Whether an attribute or a block begins there, so that what is open was not closed. */
function isBeginning({ text, at }: Scanner): boolean {
	beginning.lastIndex = at;
	return beginning.test(text);
}

const blockBeginning = /[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]+(?:"[^"\r\n]*"[ \t]*)+\{/uy;

function parseObject(scanner: Scanner): Expression {
	const start = scanner.at++;
	const loop = parseFor(scanner, start, "}");
	if (loop) return loop;
	const entries: Entry[] = [];
	let isClosed = false;
	for (;;) {
		skipBlanks(scanner, { lines: true });
		isClosed = take(scanner, "}");
		blockBeginning.lastIndex = scanner.at;
		if (isClosed || blockBeginning.test(scanner.text)) break;
		const entry = parseEntry(scanner);
		if (!entry) break;
		entries.push(entry);
		take(scanner, ",");
	}
	if (!isClosed) complain(scanner, here(scanner), say`the closing \`${"}"}\` is missing`);
	return { kind: "object", entries, isClosed, start, end: scanner.at };
}

function parseEntry(scanner: Scanner): Entry | undefined {
	const key = parseExpression(scanner, { lines: false });
	if (key.kind === "missing") return undefined;
	const constant = constantOf(key);
	const name = key.kind === "name" ? key : key.kind === "string" && constant !== undefined ? { text: constant, ...key.content } : undefined;
	skipBlanks(scanner, { lines: false });
	const hasSign = take(scanner, "=") || take(scanner, ":");
	if (!hasSign) complain(scanner, here(scanner), say`\`=\` is missing here`);
	const value = hasSign ? parseExpression(scanner, { lines: false }) : undefined;
	if (value?.kind === "missing") complain(scanner, here(scanner), say`a value is missing here`);
	skipBlanks(scanner, { lines: false });
	if (!/[\n,}]/.test(scanner.text[scanner.at] ?? "\n")) {
		complain(scanner, here(scanner), say`this does not belong to the value before it`);
		skipLine(scanner);
	}
	return { key, name: name && { text: name.text, start: name.start, end: name.end }, value, start: key.start, end: Math.max(key.end, value?.end ?? 0) };
}

const loopStart = /\s*for(?![\p{ID_Continue}-])(?!\s*[.,(=:\]}])\s*/uy;

function parseFor(scanner: Scanner, start: number, close: string): Expression | undefined {
	loopStart.lastIndex = scanner.at;
	const opening = loopStart.exec(scanner.text)?.[0];
	if (opening === undefined) return undefined;
	scanner.at += opening.length;
	const names: Word[] = [];
	do {
		skipBlanks(scanner, { lines: true });
		const name = takeName(scanner);
		if (name) names.push(name);
		else complain(scanner, here(scanner), say`a name is missing here`);
		skipBlanks(scanner, { lines: true });
	} while (take(scanner, ","));
	if (!take(scanner, "in")) complain(scanner, here(scanner), say`\`in\` is missing here`);
	const of = parseExpression(scanner, { lines: true });
	const parts: Expression[] = [];
	skipBlanks(scanner, { lines: true });
	if (take(scanner, ":")) parts.push(parseExpression(scanner, { lines: true }));
	else complain(scanner, here(scanner), say`\`:\` is missing here`);
	skipBlanks(scanner, { lines: true });
	if (take(scanner, "=>")) parts.push(parseExpression(scanner, { lines: true }));
	skipBlanks(scanner, { lines: true });
	take(scanner, "...");
	skipBlanks(scanner, { lines: true });
	if (/^if(?![\w-])/.test(scanner.text.slice(scanner.at, scanner.at + 3))) {
		scanner.at += 2;
		parts.push(parseExpression(scanner, { lines: true }));
	}
	skipBlanks(scanner, { lines: true });
	if (!take(scanner, close)) complain(scanner, here(scanner), say`the closing \`${close}\` is missing`);
	return { kind: "for", names, of, parts, start, end: scanner.at };
}
