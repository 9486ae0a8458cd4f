import { parse } from "unbash";

type Script = ReturnType<typeof parse>;

/** An editor asks anew at every key; of what it asks about, all but one script is as before. */
const mostCharacters = 200_000;
let kept = new Map<string, Script>();
let characters = 0;

/** The tree of a shell script. It follows from the text alone, so that of two equal texts the second costs nothing while the first is remembered. */
export function parseScript(text: string): Script {
	let script = kept.get(text);
	if (script) return script;
	script = parse(text);
	characters += text.length;
	if (characters > mostCharacters) {
		kept = new Map();
		characters = text.length;
	}
	kept.set(text, script);
	return script;
}
