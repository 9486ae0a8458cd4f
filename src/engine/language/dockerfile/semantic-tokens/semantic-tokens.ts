import { keywords } from "../../../dockerfile/instruction.ts";
import type { Comment, Directive, Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import type { PieceKind } from "../../../shell/highlight/scan.ts";
import { countBelow } from "../../../text/search.ts";
import type { Range } from "../../../text/text.ts";
import { addArguments } from "./arguments.ts";
import { addFlags } from "./flags.ts";
import { addBodies } from "./heredocs.ts";
import type { SemanticToken } from "../../semantic-token.ts";

/** Takes tokens. Those in an instruction's joined line have offsets in that, and become one token on each line of the file. */
export type Sink = {
	readonly file: Dockerfile;
	/** In the document, over several lines perhaps. */
	add(kind: PieceKind, start: number, end: number, isDeclaration?: boolean): void;
	/** In the instruction's joined line. */
	addLogical(instruction: Instruction, kind: PieceKind, start: number, end: number, isDeclaration?: boolean): void;
};

/**
 * The tokens of the file, or of the instructions and comments that reach into the range: in order, none in another, each on one line. What has no token is left to
 * the colours that the editor has without them: white space, punctuation, what Docker does not know, and scripts in other languages than a shell's.
 */
export function semanticTokens(file: Dockerfile, within: Range = { start: 0, end: file.text.length }): readonly SemanticToken[] {
	const tokens: SemanticToken[] = [];
	const sink = sinkInto(tokens, file);
	const { instructions, comments, directives } = file;
	const directivesByStart = new Map(directives.map((directive) => [directive.range.start, directive]));
	let next = countBelow(comments, within.start, ({ end }) => end);
	const addComments = (before: number): void => {
		for (let comment = comments[next]; comment && comment.start < before; comment = comments[++next])
			addComment(sink, comment, directivesByStart.get(comment.start));
	};
	for (let index = countBelow(instructions, within.start, ({ fullRange }) => fullRange.end); index < instructions.length; index++) {
		const instruction = instructions[index] as Instruction;
		const { logical, fullRange } = instruction;
		// Before the keyword there may be lines of an escape character alone.
		const { start } = logical;
		if (start > within.end) break;
		addComments(start);
		const first = tokens.length;
		addInstruction(sink, tokens, instruction);
		if (logical.isOneLine && file.text[logical.toDocument(logical.text.length)] !== file.escape) continue;
		addContinuations(sink, instruction);
		addComments(fullRange.end);
		sortFrom(tokens, first);
	}
	addComments(within.end);
	return tokens;
}

/** What stands in an instruction's joined line, and what stands between its lines. */
function sortFrom(tokens: SemanticToken[], first: number): void {
	const own = tokens.splice(first).sort((one, other) => one.start - other.start);
	for (const token of own) tokens.push(token);
}

function sinkInto(tokens: SemanticToken[], file: Dockerfile): Sink {
	const { text } = file;
	const push = (kind: PieceKind, start: number, end: number, isDeclaration: boolean): void => {
		const last = tokens[tokens.length - 1];
		if (last && last.end === start && last.kind === kind && !isDeclaration && !last.isDeclaration)
			tokens[tokens.length - 1] = { kind, start: last.start, end, isDeclaration, isDeprecated: false };
		else tokens.push({ kind, start, end, isDeclaration, isDeprecated: false });
	};
	return {
		file,
		add(kind, start, end, isDeclaration = false) {
			for (let from = start; from < end;) {
				const feed = text.indexOf("\n", from);
				const lineEnd = feed < 0 || feed >= end ? end : feed;
				const last = lineEnd > from && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
				if (last > from) push(kind, from, last, isDeclaration);
				from = lineEnd + 1;
			}
		},
		addLogical({ logical }, kind, start, end, isDeclaration = false) {
			if (end <= start) return;
			const [from, to] = [logical.toDocument(start), logical.toDocument(end - 1) + 1];
			if (to - from === end - start) push(kind, from, to, isDeclaration);
			else for (const range of logical.linesAt(start, end)) push(kind, range.start, range.end, isDeclaration);
		},
	};
}

function addComment(sink: Sink, { start, end }: Comment, directive: Directive | undefined): void {
	if (!directive) return sink.add("comment", start, end);
	const { text } = sink.file;
	const { name, value } = directive;
	const nameStart = start + (/^#\s*/.exec(text.slice(start, end))?.[0].length ?? 1);
	sink.add("comment", start, start + 1);
	sink.add("property", nameStart, nameStart + name.length);
	const equals = text.indexOf("=", nameStart);
	sink.add("operator", equals, equals + 1);
	sink.add("string", value.start, value.end);
}

function addInstruction(sink: Sink, tokens: SemanticToken[], instruction: Instruction): void {
	const { keyword, keywordRange, logical, logicalRange, trigger } = instruction;
	if (!keywords.has(keyword)) return;
	sink.addLogical(instruction, "keyword", logicalRange.start, logical.pieceBefore(keywordRange.end - 1).at + 1);
	if (keyword === "MAINTAINER") tokens.push(...tokens.splice(-1).map((token) => ({ ...token, isDeprecated: true })));
	if (trigger) return addInstruction(sink, tokens, trigger);
	addFlags(sink, instruction);
	const opened = addArguments(sink, instruction);
	addBodies(sink, instruction, opened);
}

function addContinuations({ file, add }: Sink, { logical }: Instruction): void {
	for (const end of logical.ends()) if (file.text[end] === file.escape) add("macro", end, end + 1);
}
