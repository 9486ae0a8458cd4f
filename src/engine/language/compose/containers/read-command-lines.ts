import { type PlainScript, readPlainScript } from "../../../shell/plain-script.ts";
import { posixText } from "./windows-lines.ts";

/** A word of a command line, as a Compose file would have it: what stands for a variable is `${NAME}`, the folder is `${PWD}`, and any other `$` is `$$`. */
export type Word = string;

/** A command, and what in its words is the output of another: `$(id -u)`. */
export type CommandLine = { readonly words: readonly Word[]; readonly outputs: readonly string[] };

/**
 * The commands of a pasted text, word by word: over several lines by `\`, PowerShell's backquote or `^` of Windows, with prompts in front, one after the other, and those
 * in `$(…)` after the one around them. Of a text that is more than commands the lines in which `start` is found.
 */
export function readCommandLines(text: string, start: RegExp): readonly CommandLine[] {
	const joined = posixText(withPlaceholders(text.replace(remark, "")))
		// A line that is commented out ends the command for a shell, but is not meant to.
		.replace(/\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*[ \t]*(?:>[ \t]+)?/g, " ")
		.replace(/[ \t]&[ \t]*\r?$/gm, "")
		.split(/\r?\n/)
		.map((line) => line.replace(/^\s*(?:[$#>]\s+|PS [^>]*>\s*|[A-Za-z]:\\[^>]*>\s*)?/, ""));
	const whole = joined.join("\n");
	const script = readPlainScript(whole);
	if (script) return commandsOf(script, whole);
	return joined.flatMap((line) => {
		const found = start.exec(line);
		const own = !found || readPlainScript(line) ? line : line.slice(found.index);
		return found ? commandsOf(readPlainScript(own) ?? [], own) : [];
	});
}

/** What a command prints that is a comment alone: many write so what may be left out. */
const remark = /(?<=[ \t])`#[^`\n]*`(?=\s|$)/g;

/** `<name>` stands for what the reader is to write, and is no file to be read. */
const withPlaceholders = (text: string): string =>
	text.replace(/'[^']*'|"(?:[^"\\]|\\[^])*"|<[A-Za-z][\w.-]*>/g, (part) => (part.startsWith("<") ? `'${part}'` : part));

function commandsOf(script: PlainScript, text: string): readonly CommandLine[] {
	return script.flatMap(({ words, substitutions, body }) => {
		const outputs: string[] = [];
		const found: Word[] = [];
		for (let index = 0; index + 1 < words.length; index += 2) found.push(composeText(text.slice(words[index], Math.abs(words[index + 1] ?? 0)), outputs));
		const within = [...substitutions, ...(body ? [body] : [])].flatMap((each) => commandsOf(each, text));
		return found.length > 0 ? [{ words: found, outputs }, ...within] : within;
	});
}

const nested = String.raw`\$\((?:[^()]|\([^()]*\))*\)`;
const expansion =
	String.raw`(\$\(pwd\)|` +
	"`pwd`" +
	String.raw`|\$\{?pwd\b\}?)|(${nested}|` +
	"`[^`]*`" +
	String.raw`)|\$(?:\{([A-Za-z_]\w*)(:?[-+?=][^}]*)?\}|([A-Za-z_]\w*))|([^'"\\$` +
	"`" +
	String.raw`]+|[^])`;
const piece = new RegExp(String.raw`'([^']*)'|"((?:[^"\\$]|\\[^]|\$(?!\()|${nested})*)"|\\([^])|${expansion}`, "giy");
const inDouble = new RegExp(String.raw`\\(["\\$` + "`" + String.raw`])|${expansion}`, "giy");

/** What a shell makes of a word. */
function composeText(word: string, outputs: string[]): Word {
	const expanded = ([folder, output, braced, modifier = "", bare, other = ""]: readonly (string | undefined)[]): string => {
		if (output !== undefined) outputs.push(output);
		if (folder) return "${PWD}";
		return braced === undefined ? (bare === undefined ? dollars(output ?? other) : `\${${bare}}`) : `\${${braced}${modifier.replace(/^:?=/, ":-")}}`;
	};
	const text = [...word.matchAll(piece)].map(([, single, double, next, ...rest]) => {
		if (double === undefined) return single === undefined && next === undefined ? expanded(rest) : dollars(single ?? next ?? "");
		return [...double.matchAll(inDouble)].map(([, kept, ...within]) => (kept === undefined ? expanded(within) : dollars(kept))).join("");
	});
	return text.join("");
}

const dollars = (text: string): string => text.replaceAll("$", "$$$$");
