import type { SemanticTokensEdit } from "vscode-languageserver-types";
import type { SemanticToken, TokenPart } from "../engine/language/semantic-token.ts";
import type { Range } from "../engine/text/text.ts";
import { lineEndsIn, toSemanticTokens, toSemanticTokensEdits } from "./lsp/semantic-tokens.ts";

/** The tokens of one document, of one version after another: only parts that have changed are read again. */
export type TokenMemory = {
	/** Goes on to a version, and gives what makes its numbers of those before. `tokensIn` gives the tokens of a range of the text. */
	update(text: string, parts: readonly TokenPart[], tokensIn: (within: Range) => readonly SemanticToken[]): readonly SemanticTokensEdit[];
	/** The numbers of `toSemanticTokens` over the whole. */
	data(): number[];
};

/** The numbers of a part as though it were a text of its own, and how many lines end in it. */
type Told = { readonly numbers: readonly number[]; readonly lines: number };

/** `told` are those of the parts, one by one. */
type Version = { readonly text: string; readonly parts: readonly TokenPart[]; readonly told: readonly Told[] };

export function createTokenMemory(): TokenMemory {
	let last: Version = { text: "", parts: [], told: [] };
	let data: number[] = [];
	return {
		update(text, parts, tokensIn) {
			const [first, same] = sameAround(last, text, parts);
			const anew = parts.slice(first, parts.length - same).map((part) => tell(text, part, tokensIn));
			const told = [...last.told.slice(0, first), ...anew, ...last.told.slice(last.told.length - same)];
			const edits = editsBetween(last.told, told, first, same);
			last = { text, parts, told };
			for (const edit of edits) data = changed(data, edit);
			return edits;
		},
		data: () => data.slice(),
	};
}

/** The numbers after the edit. Those of a long document are many, and are changed in place where it is a small one. */
function changed(data: number[], { start, deleteCount, data: inserted = [] }: SemanticTokensEdit): number[] {
	if (inserted.length > 10_000) return data.slice(0, start).concat(inserted, data.slice(start + deleteCount));
	data.splice(start, deleteCount, ...inserted);
	return data;
}

function tell(text: string, { start, end }: TokenPart, tokensIn: (within: Range) => readonly SemanticToken[]): Told {
	const own = text.slice(start, end);
	// What ends where the part begins is the part before.
	const tokens = tokensIn({ start: start === 0 ? 0 : start + 1, end });
	const moved = start === 0 ? tokens : tokens.map((token) => ({ ...token, start: token.start - start, end: token.end - start }));
	return { numbers: toSemanticTokens(own, moved), lines: lineEndsIn(own) };
}

/** The line in which the next part begins, and that of the last token so far. */
type Place = { line: number; tokenLine: number };

function pass({ numbers, lines }: Told, place: Place): void {
	let line = place.line;
	for (let at = 0; at < numbers.length; at += 5) line += numbers[at] as number;
	if (numbers.length > 0) place.tokenLine = line;
	place.line += lines;
}

function append(all: number[], told: Told, place: Place): void {
	const { numbers } = told;
	// But for the first part, tokens begin below the line in which the part does.
	if (numbers.length > 0) all.push(place.line + (numbers[0] as number) - place.tokenLine);
	for (let at = 1; at < numbers.length; at++) all.push(numbers[at] as number);
	pass(told, place);
}

/** What makes the numbers of the new parts of those before: at the start `first` of them are the same, and `same` at the end. */
function editsBetween(before: readonly Told[], after: readonly Told[], first: number, same: number): readonly SemanticTokensEdit[] {
	const place = { line: 0, tokenLine: 0 };
	let begins = 0;
	for (let index = 0; index < first; index++) {
		const part = after[index] as Told;
		pass(part, place);
		begins += part.numbers.length;
	}
	// The first token behind what has changed is told by its distance from what is before.
	let behind = same;
	while (behind > 0 && after[after.length - behind]?.numbers.length === 0) behind--;
	const numbersOf = (told: readonly Told[]): readonly number[] => {
		const [numbers, from] = [[] as number[], { ...place }];
		for (const part of told.slice(first, told.length - behind + 1)) append(numbers, part, from);
		return numbers;
	};
	return toSemanticTokensEdits(numbersOf(before), numbersOf(after)).map(({ start, ...edit }) => ({ start: begins + start, ...edit }));
}

/** How many parts at the start, and how many behind them at the end, are what they were. An edit leaves what stands before and behind it as it was. */
function sameAround(before: Version, text: string, parts: readonly TokenPart[]): readonly [first: number, same: number] {
	const isSame = (part: TokenPart | undefined, old: TokenPart | undefined, by: number): boolean =>
		part !== undefined && old !== undefined && part.start === old.start + by && part.end === old.end + by && part.dependsOn === old.dependsOn;
	const most = Math.min(before.text.length, text.length);
	let until = 0;
	while (until < most && before.text.charCodeAt(until) === text.charCodeAt(until)) until++;
	let first = 0;
	while ((parts[first]?.end ?? Infinity) <= until && isSame(parts[first], before.parts[first], 0)) first++;
	const by = text.length - before.text.length;
	let from = text.length;
	while (from > Math.max(0, by) && text.charCodeAt(from - 1) === before.text.charCodeAt(from - 1 - by)) from--;
	let same = 0;
	const mostSame = Math.min(parts.length, before.parts.length) - first;
	// The first part is where directives stand.
	while (same < mostSame && (parts.at(-1 - same)?.start ?? 0) >= Math.max(from, 1) && isSame(parts.at(-1 - same), before.parts.at(-1 - same), by)) same++;
	return [first, same];
}
