/** The words of a command line as a shell splits it, with its quotes and backslashes; nothing else of a shell's happens. Undefined where a quote does not end. */
export function wordsOf(text: string): readonly string[] | undefined {
	const words: string[] = [];
	let word: string | undefined;
	let quote = "";
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? "";
		const next = text[at + 1] ?? "";
		if (quote !== "" && character === quote) quote = "";
		else if (quote === "'") word += character;
		else if (character === "\\" && (quote === "" ? next !== "" : /["\\$`]/.test(next))) {
			word = (word ?? "") + next;
			at++;
		} else if (quote !== "") word += character;
		else if (character === "'" || character === '"') {
			quote = character;
			word ??= "";
		} else if (/\s/.test(character)) {
			if (word !== undefined) words.push(word);
			word = undefined;
		} else word = (word ?? "") + character;
	}
	if (quote !== "") return undefined;
	return word === undefined ? words : [...words, word];
}

/** The word as a POSIX shell takes it for one. */
export const quoted = (word: string): string => (/^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

export const lineOf = (words: readonly string[]): string => words.map(quoted).join(" ");
