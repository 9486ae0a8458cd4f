/** By their codes: 1 means itself to a shell wherever it stands, 2 stands for names of files, 3 is looked at more closely, and 0 is for those who know more. */
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) classes[code] = /[\w./:@%+,^=-]/.test(String.fromCharCode(code)) ? 1 : 0;
for (const character of "*?") classes[character.charCodeAt(0)] = 2;
for (const character of "\"'$`") classes[character.charCodeAt(0)] = 3;

/** Whether a character below 128 means itself to a shell wherever it stands, so that a word of such ones is its own value. */
export const isPlainCode = (code: number): boolean => classes[code] === 1;

/** A quoted piece, or a variable; in double quotes there may be variables, too. */
const piece = /'([^']*)'|"([^"$\\`]*)"|"(?:[^"$\\`]|\$(?:[A-Za-z_]|\{\w+\}))*"|\$(?:[A-Za-z_]|\{\w+\})/y;

/** A substitution, in double quotes perhaps: whatever comes after it, the word is not static. */
const substitution = /(?:"(?:[^"$\\`]|\$[A-Za-z_{])*)?(?:\$\((?!\()|`)/y;

/**
 * What a command receives for a word of plain characters, quotes, variables and wildcards, which is what nearly all words are made of: undefined where it is not
 * static. `null` for any other word, which takes a tree to tell.
 */
export function simpleValue(text: string): string | undefined | null {
	let value = "";
	let from = 0;
	let isStatic = true;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const kind = code < 128 ? classes[code] : 0;
		if (kind === 1) continue;
		if (kind === 0) return null;
		if (kind === 2) {
			isStatic = false;
			continue;
		}
		substitution.lastIndex = at;
		if (substitution.test(text)) return undefined;
		piece.lastIndex = at;
		const match = piece.exec(text);
		if (!match) return null;
		const content = match[1] ?? match[2];
		if (content === undefined) isStatic = false;
		else value += text.slice(from, at) + content;
		from = piece.lastIndex;
		at = from - 1;
	}
	if (!isStatic) return undefined;
	return from === 0 ? text : value + text.slice(from);
}
