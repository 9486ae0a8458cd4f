import { stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import type { Range } from "../../text/text.ts";

/** A stage by its name, what it is built on, as written, and where its name stands. */
export type StageSymbol = { readonly name: string; readonly image: string; readonly at: Range };

/** The stages with names in which the query's letters are, in their order, whatever their case; nothing asked for is in all. */
export function stageSymbols(file: Dockerfile, query: string): readonly StageSymbol[] {
	const symbols: StageSymbol[] = [];
	for (const { name, image } of stagesOf(file))
		if (name && isIn(query.toLowerCase(), name.text.toLowerCase()))
			symbols.push({ name: name.text, image: image?.text ?? "", at: { start: name.start, end: name.end } });
	return symbols;
}

function isIn(query: string, name: string): boolean {
	let at = 0;
	for (const letter of query) {
		const found = name.indexOf(letter, at);
		if (found < 0) return false;
		at = found + letter.length;
	}
	return true;
}
