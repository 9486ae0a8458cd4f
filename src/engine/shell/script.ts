import { parse, type Statement } from "unbash";
import { type PlainScript, readPlainScript } from "./plain-script.ts";

/** What a script says: simple commands alone, or else the tree of its statements. */
export type Script = { readonly plain: PlainScript; readonly statements?: undefined } | { readonly statements: readonly Statement[] };

/** An editor asks anew at every key, and of what it asks about, all trees but one are as before. Those of a long file fit in. */
const mostCharacters = 16_000;
let kept = new Map<string, readonly Statement[]>();
let before = kept;
let characters = 0;

/** Reads a script. The answer follows from the text alone, so that of two equal texts the second costs no tree while the first is remembered. */
export function readScript(text: string): Script {
	const plain = readPlainScript(text);
	return plain ? { plain } : { statements: treeOf(text) };
}

function treeOf(text: string): readonly Statement[] {
	let statements = kept.get(text);
	if (statements) return statements;
	statements = before.get(text) ?? parse(text).commands;
	characters += text.length;
	if (characters > mostCharacters) {
		before = kept;
		kept = new Map();
		characters = text.length;
	}
	kept.set(text, statements);
	return statements;
}
