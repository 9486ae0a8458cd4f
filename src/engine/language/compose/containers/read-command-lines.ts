import { readPlainScript } from "../../../shell/plain-script.ts";

/** A word of a command line, as a Compose file would have it: what stands for a variable is `${NAME}`, and any other `$` is `$$`. */
export type Word = string;

/**
 * The commands of a pasted text, word by word: over several lines by `\`, PowerShell's backquote or `^` of Windows, with prompts in front, one after the other. Undefined
 * where it is more than commands.
 */
export function readCommandLines(text: string): readonly (readonly Word[])[] | undefined {
	const joined = text
		.replace(/[ \t]*[\\`^][ \t]*\r?\n[ \t]*(?:>[ \t]+)?/g, " ")
		.split(/\r?\n/)
		.map((line) => line.replace(/^\s*(?:[$#>]\s+|PS [^>]*>\s*)?/, ""))
		.join("\n");
	const script = readPlainScript(joined);
	if (!script) return undefined;
	return script.flatMap(({ words }) => {
		const found: Word[] = [];
		for (let index = 0; index + 1 < words.length; index += 2) found.push(composeText(joined.slice(words[index], Math.abs(words[index + 1] ?? 0))));
		return found.length > 0 ? [found] : [];
	});
}

const piece = /'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([^])|(\$\((?:pwd|PWD)\)|`pwd`|\$\{?PWD\}?|%cd%)|\$\{?([A-Za-z_]\w*)\}?|([^])/gy;
const inDouble = /\\(["\\$`])|(\$\((?:pwd|PWD)\)|`pwd`|\$\{?PWD\}?)|\$\{?([A-Za-z_]\w*)\}?|([^])/gy;

/** What a shell makes of a word. The folder that it is called in is `.`. */
function composeText(word: string): Word {
	const text = [...word.matchAll(piece)].map(([, single, double, next, folder, variable, other = ""]) => {
		if (single !== undefined) return dollars(single);
		if (double !== undefined)
			return [...double.matchAll(inDouble)].map(([, kept, here, name, rest = ""]) => (here ? "." : name ? `\${${name}}` : dollars(kept ?? rest))).join("");
		return folder ? "." : variable ? `\${${variable}}` : dollars(next ?? other);
	});
	return text.join("");
}

const dollars = (text: string): string => text.replaceAll("$", "$$$$");
