import { isSpace } from "../../../dockerfile/characters.ts";
import type { Instruction } from "../../../dockerfile/syntax.ts";
import { beginScan, type PieceKind, type Scan } from "../../../shell/highlight/scan.ts";
import { scanWord } from "../../../shell/highlight/words.ts";
import type { Range } from "../../../text/text.ts";
import type { Sink } from "./semantic-tokens.ts";

/** A stretch of the joined line that Docker expands; without a kind only what is quoted or expanded in it. */
export function addWord(sink: Sink, instruction: Instruction, kind: PieceKind | undefined, start: number, end: number): void {
	const isNumber = kind === "string" && /^\d+$/.test(instruction.logical.text.slice(start, end));
	scanWord(scanOf(sink, instruction, { start, end }), isNumber ? "number" : kind, never);
}

const never = (): boolean => false;

/** A scan of a stretch of the joined line, as Docker reads words. */
const scanOf = (sink: Sink, instruction: Instruction, range: Range): Scan =>
	beginScan(instruction.logical.text, range, {
		escape: sink.file.escape,
		readScript: undefined,
		take: (kind, start, end, isDeclaration) => sink.addLogical(instruction, kind, start, end, isDeclaration),
	});

/** The words of the arguments, in the joined line: split at white space that is not in quotes, also where Docker refuses them, as they are while somebody types. */
export function wordsOf(sink: Sink, { logical, logicalArgs }: Instruction): readonly Range[] {
	const { text } = logical;
	const words: Range[] = [];
	for (let at = logicalArgs.start; at < logicalArgs.end;) {
		if (isSpace(text.charCodeAt(at))) {
			at++;
			continue;
		}
		const end = endOfWord(text, at, logicalArgs.end, sink.file.escape);
		words.push({ start: at, end });
		at = end;
	}
	return words;
}

/** Where the word ends that begins there: at white space that is neither quoted nor escaped. */
function endOfWord(text: string, start: number, end: number, escape: string): number {
	let quote = "";
	for (let at = start; at < end; at++) {
		const character = text[at] ?? "";
		if (character === escape && quote !== "'") at++;
		else if (quote) quote = character === quote ? "" : quote;
		else if (character === '"' || character === "'") quote = character;
		else if (isSpace(text.charCodeAt(at))) return at;
	}
	return end;
}
