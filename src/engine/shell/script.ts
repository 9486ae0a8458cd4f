import { parse, type Statement } from "unbash";
import { type PlainCommand, readPlainScript } from "./plain-script.ts";

/** What a script says: simple commands alone, or else the tree of its statements. */
export type Script = { readonly plain: readonly PlainCommand[]; readonly statements?: undefined } | { readonly statements: readonly Statement[] };

/** An editor asks anew at every key, and of what it asks about, all scripts but one are as before. A file or two of long ones fit in. */
const mostCharacters = 32_000;
let kept = new Map<string, Script>();
let before = kept;
let characters = 0;

/** Reads a script. The answer follows from the text alone, so that of two equal texts the second costs nothing while the first is remembered. */
export function readScript(text: string): Script {
	let script = kept.get(text);
	if (script) return script;
	script = before.get(text) ?? read(text);
	characters += text.length;
	if (characters > mostCharacters) {
		before = kept;
		kept = new Map();
		characters = text.length;
	}
	kept.set(text, script);
	return script;
}

function read(text: string): Script {
	const plain = readPlainScript(text);
	return plain ? { plain } : { statements: parse(text).commands };
}
