import { type BakePlace, placesOf } from "../../bake/names.ts";
import type { BakeAttribute, BakeBlock, BakeFile } from "../../bake/syntax.ts";
import { childrenOf, type Expression } from "../../hcl/syntax.ts";
import { type Token, tokensOf } from "../../hcl/tokens.ts";
import type { PieceKind } from "../../shell/highlight/scan.ts";
import { fact } from "../../text/fact.ts";
import { countBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";
import type { SemanticToken } from "../semantic-token.ts";

/** A word of which the parse, and not its look, says what it is. */
type Meaning = Range & { readonly kind: PieceKind; readonly isDeclaration: boolean };

/**
 * The tokens of the file, or of the part of it: in order, none in another, each on one line. Punctuation has none. In JSON, which has colours of its own, only what is
 * named and computed in its strings has one.
 */
export function bakeSemanticTokens(file: BakeFile, within: Range = { start: 0, end: file.text.length }): readonly SemanticToken[] {
	const meanings = meaningsOf(file);
	const tokens = file.isJson ? [] : tokensOf(file);
	const found: SemanticToken[] = [];
	let next = countBelow(meanings, within.start, ({ end }) => end);
	let done = 0;
	for (let index = countBelow(tokens, within.start, ({ end }) => end); index < tokens.length; index++) {
		const token = tokens[index] as Token;
		if (token.start > within.end) break;
		done = Math.max(done, token.start);
		for (let meaning = meanings[next]; meaning && meaning.start < token.end; meaning = meanings[++next]) {
			if (meaning.start < done) continue;
			addPlain(found, file, token, done, meaning.start);
			add(found, file, meaning.kind, meaning.start, meaning.end, meaning.isDeclaration);
			done = meaning.end;
		}
		addPlain(found, file, token, done, token.end);
	}
	if (!file.isJson) return found;
	for (let meaning = meanings[next]; meaning && meaning.start <= within.end; meaning = meanings[++next]) {
		if (meaning.start < done) continue;
		add(found, file, meaning.kind, meaning.start, meaning.end, meaning.isDeclaration);
		done = meaning.end;
	}
	return found;
}

const kindsOfPlaces: Readonly<Record<BakePlace["kind"], PieceKind>> = {
	target: "namespace",
	stage: "namespace",
	variable: "variable",
	argument: "variable",
	function: "function",
	parameter: "parameter",
};

/** In order; of two about one word the first counts. */
const meaningsOf = fact((file: BakeFile): readonly Meaning[] => {
	const places = placesOf(file).map(({ kind, role, start, end }) => ({ start, end, kind: kindsOfPlaces[kind], isDeclaration: role === "definition" }));
	return [...places, ...(file.isJson ? holesIn(file) : wordsIn(file))].toSorted((one, other) => one.start - other.start);
});

/** What opens and closes the computed parts of strings. */
function holesIn({ globals, blocks }: BakeFile): readonly Meaning[] {
	const words: Meaning[] = [];
	const takeValue = (value: Expression): void => {
		const holes = value.kind === "string" ? value.parts.filter(({ kind }) => kind !== "text") : [];
		for (const { start, end } of holes) {
			words.push({ start, end: start + 2, kind: "operator", isDeclaration: false });
			if (end > start + 2) words.push({ start: end - 1, end, kind: "operator", isDeclaration: false });
		}
		for (const child of childrenOf(value)) takeValue(child);
	};
	for (const { value } of [...globals, ...blocks.flatMap(({ attributes }) => attributes)]) if (value) takeValue(value);
	return words;
}

function wordsIn(file: BakeFile): readonly Meaning[] {
	const words: Meaning[] = [];
	const take = ({ start, end }: Range, kind: PieceKind): void => void words.push({ start, end, kind, isDeclaration: false });
	const takeValue = (value: Expression): void => {
		if (value.kind === "object") for (const { name } of value.entries) if (name) take(name, "property");
		if (value.kind === "member" && value.name.text) take(value.name, "property");
		if (value.kind === "literal" && typeof value.value !== "number") take(value, "enumMember");
		for (const child of childrenOf(value)) takeValue(child);
	};
	const takeType = (value: Expression): void => {
		if (value.kind === "name") take(value, "class");
		if (value.kind === "call") take(value.name, "class");
		for (const child of childrenOf(value)) takeType(child);
	};
	const takeAttribute = ({ name, value }: BakeAttribute): void => {
		take(name, "property");
		if (value) takeValue(value);
	};
	const takeBlock = ({ type, attributes, inner }: BakeBlock): void => {
		take(type, "keyword");
		// `list(string)` of a variable is a type, with types in it.
		const ofType = type.text === "variable" ? attributes.find(({ name }) => name.text === "type")?.value : undefined;
		if (ofType) takeType(ofType);
		for (const each of attributes) takeAttribute(each);
		for (const each of inner) takeBlock(each);
	};
	for (const { name, value } of file.globals) {
		take(name, "property");
		if (value) takeValue(value);
	}
	for (const block of file.blocks) takeBlock(block);
	return words;
}

/** What a token is by its look. */
function addPlain(found: SemanticToken[], file: BakeFile, token: Token, start: number, end: number): void {
	if (end <= start) return;
	const kind = kindOf(token);
	if (kind === undefined) return;
	if (token.kind !== "text" || !/[\\$%]/.test(token.text)) return add(found, file, kind, start, end, false);
	let from = start;
	for (const { 0: escape, index } of file.text.slice(start, end).matchAll(/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^\n])|\$\$\{|%%\{/g)) {
		add(found, file, "string", from, start + index, false);
		add(found, file, "macro", start + index, start + index + escape.length, false);
		from = start + index + escape.length;
	}
	add(found, file, "string", from, end, false);
}

const loopWords = new Set(["for", "in", "if", "else", "endif", "endfor"]);

const punctuation = new Set(["[", "]", "(", ")", "{", "}", ".", ","]);

function kindOf({ kind, text }: Token): PieceKind | undefined {
	switch (kind) {
		case "comment":
			return "comment";
		case "number":
			return "number";
		case "name":
			return loopWords.has(text) ? "keyword" : text === "true" || text === "false" || text === "null" ? "enumMember" : undefined;
		case "mark":
			return punctuation.has(text) ? undefined : "operator";
		case "hole":
		case "close-hole":
			return "operator";
		case "heredoc":
		case "close-heredoc":
			return "label";
		case "text":
		case "open-quote":
		case "close-quote":
			return "string";
		default:
			return undefined;
	}
}

/** One a line; what goes on is one with what is before it. */
function add(found: SemanticToken[], { text }: BakeFile, kind: PieceKind, start: number, end: number, isDeclaration: boolean): void {
	for (let from = start; from < end;) {
		const feed = text.indexOf("\n", from);
		const lineEnd = feed < 0 || feed >= end ? end : feed;
		const last = lineEnd > from && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
		if (last > from) {
			const before = found.at(-1);
			const goesOn = before?.end === from && before.kind === kind && !isDeclaration && !before.isDeclaration;
			if (goesOn) found.pop();
			found.push({ kind, start: goesOn ? before.start : from, end: last, isDeclaration, isDeprecated: false });
		}
		from = lineEnd + 1;
	}
}
