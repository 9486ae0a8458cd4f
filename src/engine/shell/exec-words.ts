import { isShell } from "./wrappers.ts";

/** What only a shell understands, in a word of an exec form. `command` is several words in one string. */
export type ShellSyntax = { readonly kind: "command" | "builtin" | "variable" | "pattern" | "operator"; readonly index: number };

/** The first such thing among the words that a program gets, itself the first; undefined where there is none, and where a shell or an interpreter gets them. */
export function shellSyntaxIn(words: readonly string[]): ShellSyntax | undefined {
	const [program = ""] = words;
	if (program === "") return undefined;
	if (isCommandLine(program)) return { kind: "command", index: 0 };
	if (isBuiltin(program)) return { kind: "builtin", index: 0 };
	if (words.some(interprets)) return undefined;
	for (let index = 1; index < words.length; index++) {
		const word = words[index] ?? "";
		if (operator.test(word)) return { kind: "operator", index };
		if (variable.test(word)) return { kind: "variable", index };
		if (pattern.test(word) && (words[index - 1] === "-jar" || takesFiles.has(program))) return { kind: "pattern", index };
	}
	return undefined;
}

/** Several words, of which the first looks like a program's. */
const isCommandLine = (text: string): boolean => /^(?:\.{0,2}\/)?[\w.-]+(?:\/[\w.-]+)*(?:[ \t]+[^\s]+)+$/.test(text) && !/Program Files/i.test(text);

/** Shells, and programs that get a script of a language whose variables begin with a dollar, too. */
function interprets(word: string): boolean {
	const name = word.slice(word.lastIndexOf("/") + 1);
	return isShell(name) || others.test(name) || /^-l?i?c$/.test(word);
}
const others =
	/^(?:busybox|toybox|fish|pwsh|powershell(?:\.exe)?|cmd(?:\.exe)?|execlineb|importas|with-contenv|perl|awk|gawk|mawk|sed|envsubst|jq|php|tclsh|expect|find|xonsh|nu|eval)$/;

/** Not `;`, which `find` takes, nor what is part of an expression. */
const operator = /^(?:&&|\|\||\||\d?>>?|\d?>&\d|&>>?|\d?>>?\/[\w./-]+)$/;

/** Of environment variables, which are written in capitals; `$$` and `$1` may be something else. */
const variable = /^[\w./:=@,+-]*\$(?:[A-Z_][A-Z\d_]*|\{[A-Z_][A-Z\d_]*(?::?[-+][^}]*)?\})/;

const pattern = /^[\w./-]*\*[\w./*-]*$/;
const takesFiles: ReadonlySet<string> = new Set("cat chmod chown cp gzip ls mv rm tar touch unzip".split(" "));

/** Whether only a shell can do it. */
export const isBuiltin = (program: string): boolean => builtins.has(program);

/** What no program of that name does: some systems have one, which changes nothing. */
const builtins: ReadonlySet<string> = new Set(". : alias cd eval exec export local set shift source trap ulimit umask unset".split(" "));
