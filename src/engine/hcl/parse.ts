import { say } from "../text/message.ts";
import { parseExpression, parseInHole } from "./expressions.ts";
import { complain, createScanner, here, mostDepth, type Scanner, skipBlanks, skipLine, take, takeName } from "./scanner.ts";
import { parseString } from "./strings.ts";
import { type Attribute, type Block, type Body, constantOf, type HclFile, type Item, type Word } from "./syntax.ts";

/** Reads any text; what it does not understand it names and leaves out. */
export function parseHcl(text: string): HclFile {
	const scanner = createScanner(text);
	const start = scanner.at;
	const items: Item[] = [];
	for (;;) {
		items.push(...parseItemsOf(scanner, false));
		if (scanner.at >= text.length) break;
		complain(scanner, here(scanner), say`nothing is open that this could close`);
		scanner.at++;
	}
	return { text, body: { items, start, end: text.length }, problems: scanner.problems, comments: scanner.comments };
}

/** Up to a closing brace, which stays, or the end. */
function parseItemsOf(scanner: Scanner, isIndented: boolean): Item[] {
	const items: Item[] = [];
	for (;;) {
		skipBlanks(scanner, { lines: true });
		const character = scanner.text[scanner.at];
		if (character === undefined || character === "}" || (!isIndented && isNextBlock(scanner))) return items;
		const name = character === '"' ? quotedName(scanner) : takeName(scanner);
		if (!name) {
			complain(scanner, here(scanner), say`here a name is expected`);
			skipLine(scanner);
			continue;
		}
		if (character === '"') complain(scanner, { start: name.start - 1, end: scanner.at }, say`here a name stands without quotation marks`);
		const item = parseItem(scanner, name);
		items.push(item);
		if (item.kind === "block" && !item.isClosed) continue;
		skipBlanks(scanner, { lines: false });
		if (!/[\n}]/.test(scanner.text[scanner.at] ?? "\n")) {
			if (item.kind === "block" || item.equals !== undefined) complain(scanner, here(scanner), say`a new line has to begin here`);
			skipLine(scanner);
		}
	}
}

const nextBlock = /[a-z]+[ \t]+"[^"\r\n]*"[ \t]*\{/y;

/** A block with a name at the beginning of a line: what is open then has lost its brace. Only asked within a block that begins a line itself. */
function isNextBlock(scanner: Scanner): boolean {
	if (scanner.depth === 0 || scanner.text[scanner.at - 1] !== "\n") return false;
	nextBlock.lastIndex = scanner.at;
	return nextBlock.test(scanner.text);
}

/** As in JSON, which somebody may have begun to turn into HCL. */
function quotedName(scanner: Scanner): Word {
	const string = parseString(scanner, parseInHole);
	const computed = string.parts.find(({ kind }) => kind !== "text");
	if (computed) complain(scanner, { start: computed.start, end: computed.end }, say`nothing can be computed here`);
	return { text: constantOf(string) ?? "", ...string.content };
}

function parseItem(scanner: Scanner, name: Word): Attribute | Block {
	const labels: Word[] = [];
	for (;;) {
		skipBlanks(scanner, { lines: false });
		if (scanner.text[scanner.at] === '"') labels.push(quotedName(scanner));
		else if (scanner.text[scanner.at] === "{") return parseBlock(scanner, name, labels);
		else if (labels.length === 0 && scanner.text[scanner.at] === "=" && scanner.text[scanner.at + 1] !== "=") return parseAttribute(scanner, name);
		else {
			const label = takeName(scanner);
			if (!label) break;
			labels.push(label);
		}
	}
	const end = labels.at(-1)?.end ?? name.end;
	complain(scanner, { start: name.start, end }, labels.length > 0 ? say`\`${"{"}\` is missing behind this` : say`\`=\` or \`${"{"}\` is missing behind this`);
	return labels.length > 0
		? { kind: "block", type: name, labels, body: { items: [], start: scanner.at, end: scanner.at }, isClosed: false, start: name.start, end: scanner.at }
		: { kind: "attribute", name, equals: undefined, value: undefined, start: name.start, end: name.end };
}

function parseAttribute(scanner: Scanner, name: Word): Attribute {
	const equals = scanner.at++;
	const value = parseExpression(scanner, { lines: false });
	if (value.kind === "missing") complain(scanner, { start: name.start, end: equals + 1 }, say`a value is missing behind this`);
	const isMissing = value.kind === "missing";
	return { kind: "attribute", name, equals, value: isMissing ? undefined : value, start: name.start, end: isMissing ? equals + 1 : value.end };
}

function parseBlock(scanner: Scanner, type: Word, labels: readonly Word[]): Block {
	const open = scanner.at++;
	let items: readonly Item[] = [];
	if (scanner.depth >= mostDepth) {
		complain(scanner, { start: open, end: open + 1 }, say`this is nested too deep`);
		skipLine(scanner);
	} else {
		scanner.depth++;
		const isFirstOfLine = type.start === 0 || scanner.text[type.start - 1] === "\n";
		items = parseItemsOf(scanner, !isFirstOfLine);
		scanner.depth--;
	}
	const end = scanner.at;
	const isClosed = take(scanner, "}");
	if (!isClosed) complain(scanner, { start: open, end: open + 1 }, say`the brace that closes this is missing`);
	if (isClosed) complainOfLines(scanner, open, items);
	const body: Body = { items, start: open + 1, end };
	return { kind: "block", type, labels, body, isClosed, start: type.start, end: scanner.at };
}

/** What is in a block begins a new line, and so does its brace, unless it is one attribute, all on one line. */
function complainOfLines(scanner: Scanner, open: number, items: readonly Item[]): void {
	const [first, last] = [items[0], items.at(-1)];
	if (!first || !last) return;
	const { text, at } = scanner;
	const isOneLine = !text.slice(open, first.start).includes("\n");
	const endsLine = text.slice(last.end, at).includes("\n");
	if (isOneLine && (endsLine || items.length > 1 || last.kind === "block"))
		complain(scanner, { start: first.start, end: first.start + 1 }, say`a new line has to begin here`);
	if (!isOneLine && !endsLine) complain(scanner, { start: at - 1, end: at }, say`a new line has to begin here`);
}
