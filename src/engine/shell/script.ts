import { parse, type Statement } from "unbash";
import { remember } from "../text/remember.ts";
import { type PlainScript, readPlainScript } from "./plain-script.ts";

/** What a script says: simple commands alone, or else the tree of its statements. */
export type Script = { readonly plain: PlainScript; readonly statements?: undefined } | { readonly statements: readonly Statement[] };

/** Reads a script. The answer follows from the text alone, so that of two equal texts the second costs no tree while the first is remembered. */
export function readScript(text: string): Script {
	const plain = readPlainScript(text);
	return plain ? { plain } : { statements: treeOf(text) };
}

/** Those of a long file fit in. */
const treeOf = remember(16_000, (text): readonly Statement[] => parse(text).commands);
