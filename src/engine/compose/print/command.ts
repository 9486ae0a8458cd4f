/**
 * The words of a command as Compose splits a text, with quotes and backslashes, but without a shell: what stands behind `;`, `&`, `|`, `<` or `>` is dropped. Undefined
 * where quotes do not match, and for brackets that are no `$(…)`: https://github.com/mattn/go-shellwords.
 */
export function splitCommand(text: string): readonly string[] | undefined {
	const words: string[] = [];
	let word: string | undefined;
	let isEscaped = false;
	/** What ends the stretch that is taken as it is. */
	let quote = "";
	for (const character of text) {
		if (isEscaped) {
			const meant = character === "t" ? "\t" : character === "n" ? "\n" : character;
			word = (word ?? "") + (quote === "`" || quote === ")" ? `\\${character}` : meant);
			isEscaped = false;
		} else if (character === "\\") {
			if (quote === "'") word = (word ?? "") + character;
			else isEscaped = true;
		} else if (/[ \t\r\n]/.test(character)) {
			if (quote !== "") word = (word ?? "") + character;
			else if (word !== undefined) {
				words.push(word);
				word = undefined;
			}
		} else if (quote === "" && (character === '"' || character === "'")) {
			quote = character;
			word ??= "";
		} else if (character === quote && quote !== "`" && quote !== ")") quote = "";
		else if (quote === "" && /[;&|<>]/.test(character)) {
			// The number of what is redirected is no word.
			if (word !== undefined && !(character === ">" && /^\d+$/.test(word))) words.push(word);
			return words;
		} else if ((quote === "" && (character === ")" || (character === "(" && !word?.endsWith("$")))) || (quote === ")" && character === "(")) return undefined;
		else {
			if (character === "`" && (quote === "" || quote === "`")) quote = quote === "" ? "`" : "";
			else if (character === "(" && quote === "") quote = ")";
			else if (character === ")" && quote === ")") quote = "";
			word = (word ?? "") + character;
		}
	}
	if (quote !== "" || isEscaped) return undefined;
	if (word !== undefined) words.push(word);
	return words;
}
