import { lex, LexerError, type LexedWord } from "./lexer.ts";
import type { Heredoc, Instruction, SyntaxProblem } from "./syntax.ts";

/** The lines below an instruction up to the one that ends a here document, or to the end of the text. */
export type Body = Pick<Heredoc, "body" | "terminator" | "content"> & { readonly isTerminated: boolean };
export type ReadBody = (isTerminator: (line: string) => boolean) => Body;

/**
 * The here documents of an instruction, their bodies read by `readBody` one after the other. Only ADD, COPY and RUN have any, and none in exec form.
 * BuildKit looks for them in the joined line with a lexer of its own, whose escape character is always the backslash; where that fails there are none.
 */
export function readHeredocs(
	instruction: Instruction,
	readBody: ReadBody,
): { readonly heredocs: readonly Heredoc[]; readonly error: SyntaxProblem | undefined } {
	const heredocs: Heredoc[] = [];
	if (!canHoldHeredocs(instruction)) return { heredocs, error: undefined };
	const { logical, range, startLine } = instruction;
	const toProblem = (message: string): SyntaxProblem => ({ message, line: startLine, at: range });
	const openers: Opener[] = [];
	for (const word of wordsOf(logical.text)) {
		try {
			const opener = readOpener(word);
			if (opener) openers.push(opener);
		} catch (error) {
			if (error instanceof LexerError) return { heredocs, error: toProblem(error.message) };
			throw error;
		}
	}
	for (const { word, ...opener } of openers) {
		const { isTerminated, ...found } = readBody((line) => (opener.chomp ? line.replace(/^\t+/, "") : line) === opener.name);
		heredocs.push({ ...opener, ...found, opener: logical.toDocumentRange(word) });
		if (!isTerminated) return { heredocs, error: toProblem("unterminated heredoc") };
	}
	return { heredocs, error: undefined };
}

/** Whether ADD and COPY take the word for a here document. They look at words between blanks, which may be others than those above. */
export function isHeredocWord(text: string): boolean {
	if (!text.includes("<<")) return false;
	try {
		return readOpener({ text, start: 0, end: text.length }) !== undefined;
	} catch (error) {
		if (error instanceof LexerError) return false;
		throw error;
	}
}

type Opener = Pick<Heredoc, "name" | "fd" | "expand" | "chomp"> & { readonly word: LexedWord };

function canHoldHeredocs({ keyword, trigger, json }: Instruction): boolean {
	if (keyword === "ONBUILD" && trigger) return !trigger.json && isHolder(trigger.keyword);
	return !json && isHolder(keyword);
}

const isHolder = (keyword: string): boolean => keyword === "RUN" || keyword === "COPY" || keyword === "ADD";

const unset = { escape: "\\", lookup: () => undefined, keepUnset: true } as const;

function wordsOf(line: string): readonly LexedWord[] {
	try {
		return lex(line, { ...unset, keepQuotes: true, keepEscapes: true }).words;
	} catch (error) {
		if (error instanceof LexerError) return [];
		throw error;
	}
}

/** Throws `LexerError` where BuildKit refuses the file for the word. */
function readOpener(word: LexedWord): Opener | undefined {
	const match = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(word.text);
	const rest = match?.[3];
	if (!match || !rest) return undefined;
	const [plain, ...others] = lex(rest, unset).words;
	if (!plain || others.length > 0) return undefined;
	const raw = lex(rest, { ...unset, keepQuotes: true }).words;
	if (raw.length !== 1) throw new LexerError(`internal lexing of heredoc produced inconsistent results: ${rest}`);
	return { name: plain.text, fd: Number(match[1] ?? 0), chomp: match[2] === "-", expand: quotesIn(plain.text) === quotesIn(raw[0]?.text ?? ""), word };
}

const quotesIn = (text: string): number => text.match(/['"]/g)?.length ?? 0;
