import type { WordPart } from "unbash";
import { scopeBefore } from "../dockerfile/variables.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { type Edit, replace } from "../text/text.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";
import { settingBefore } from "./values.ts";

/** The variables of a word that stand outside quotes, so that what they hold may become several words, or names of files. */
export function unquotedVariables(word: ShellWord): readonly string[] {
	const { text } = word;
	if (!text.includes("$") || inQuotes.test(text)) return none;
	if (plain.test(text)) return Array.from(text.matchAll(reference), ([, named, braced]) => named ?? braced ?? "");
	return (word.parts ?? none).flatMap((part) => {
		if (part.type === "SimpleExpansion") return [part.text.slice(1)];
		if (part.type !== "ParameterExpansion" || part.prefix === "#") return [];
		// What `:+` puts there is written, and mostly with quotes.
		return part.operation?.type === "Default" && part.operation.operator.endsWith("+") ? [] : [part.parameter];
	});
}

/** What needs no tree: all in one pair of quotes, or nothing but plain characters and variables. */
const inQuotes = /^"[^"`]*"$/;
const plain = /^(?:[\w./:@%+,=-]|\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\})+$/;
const reference = /\$(?:([A-Za-z_]\w*)|\{(\w+)\})/g;

/** The substitutions of a word that stand outside quotes. */
export const unquotedSubstitutions = (word: ShellWord): readonly Extract<WordPart, { type: "CommandExpansion" }>[] =>
	word.text.includes("$(") || word.text.includes("`") ? (word.parts ?? none).filter((part) => part.type === "CommandExpansion") : none;

const none: readonly never[] = [];

type Plainness = "known" | "set" | "unknown";

/** How sure it is that a variable holds one plain word: `known` by what the file says, `set` in the Dockerfile or a base image, where it is hardly ever anything else. */
export function plainness(file: Dockerfile, run: Instruction, command: ShellCommand, name: string, depth = 0): Plainness | "set" | "unknown" {
	if (/^[?#$!]$/.test(name) || /^(?:HOME|PWD|UID|PPID|RANDOM)$/.test(name)) return "known";
	for (let { branch } = command.place; branch; branch = branch.parent)
		if (branch.kind === "for" && branch.name === name) {
			if (!branch.words?.every(({ value, text }) => isPlain(value ?? text) || /^[\w./*?-]+$/.test(text) || isSplit(text))) return "unknown";
			return branch.words.some(({ text }) => isSplit(text)) ? "set" : "known";
		}
	const setting = settingBefore(file, run, command, name);
	if (setting) {
		const { value } = setting;
		if (value?.value !== undefined) return isPlain(value.value) ? "known" : "unknown";
		return value ? plainnessOf(file, run, setting.command, value.text, depth) : "unknown";
	}
	const variable = scopeBefore(file, run).get(name);
	if (variable) return variable.value === undefined || isPlain(variable.value) ? "set" : "unknown";
	return /^[A-Z][A-Z0-9_]*$/.test(name) ? "set" : "unknown";
}

/** Whether the shell has split a loop's word at blanks already. */
const isSplit = (text: string): boolean => /^(?:\$|`)/.test(text) && !text.includes('"$');

/** Of a value that is made of plain characters and other variables. */
function plainnessOf(file: Dockerfile, run: Instruction, command: ShellCommand, text: string, depth: number): Plainness {
	if (yieldsPlain.test(text)) return "known";
	if (depth > 5 || !/^(?:[\w./:@%+,="-]|\$\w+|\$\{\w+\})+$/.test(text)) return "unknown";
	let all: Plainness = "known";
	for (const [, name = ""] of text.matchAll(/\$\{?(\w+)\}?/g)) {
		const own = plainness(file, run, command, name, depth + 1);
		if (own === "unknown") return own;
		if (own === "set") all = own;
	}
	return all;
}

const isPlain = (value: string): boolean => !/[\s*?[]/.test(value);

/** Substitutions of which the answer is one plain word. */
const yieldsPlain =
	/^"?(?:\$\(|`)\s*(?:mktemp|nproc|uname|arch|whoami|id|hostname|pwd|dpkg --print-architecture|apk --print-arch|date|getconf|dirname|basename|readlink|realpath|rpm -E|dpkg-architecture|lsb_release|sha\d+sum|md5sum)\b[^|;&]*[)`]"?$/;

/** Puts the whole word in quotes; undefined where there are quotes, patterns or substitutions in it already. */
export const quoted = (word: ShellWord): Edit | undefined =>
	/^(?:[\w./:@%+,=-]|\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\})+$/.test(word.text) ? replace(word, `"${word.text}"`) : undefined;
