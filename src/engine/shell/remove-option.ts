import type { Dockerfile } from "../dockerfile/syntax.ts";
import { type Edit, type Range, remove, replace } from "../text/text.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";

/** The edit that takes one option out of a command: its letter out of a cluster, or its word and the one that holds its value. */
export function removeOption(file: Dockerfile, command: ShellCommand, name: string, word: ShellWord, value: string): Edit | undefined {
	const { value: text = "" } = word;
	if (text === name) {
		const next = command.args[command.args.indexOf(word) + 1];
		return removeWords(file, command, word, value !== "" && next?.value === value ? next : word);
	}
	if (text.startsWith(name) && (text.startsWith("--") || (value !== "" && text.endsWith(value)))) return removeWords(file, command, word);
	if (value !== "" || text !== word.text || !/^-[a-zA-Z]+$/.test(text)) return undefined;
	return replace(word, text.replaceAll(name.slice(1), ""));
}

/**
 * The edit that takes arguments out of a command, from the first to the last, with the blanks, the comma or the continuation before them. Undefined where they
 * are not written there, or a comment stands among them.
 */
function removeWords(file: Dockerfile, { program, args }: ShellCommand, first: ShellWord, last = first): Edit | undefined {
	const index = args.indexOf(first);
	const before = index > 0 ? args[index - 1] : program;
	if (index < 0 || !args.includes(last) || !before || before.end > first.start) return undefined;
	return hasComment(file, { start: before.end, end: last.end }) ? undefined : remove({ start: before.end, end: last.end });
}

const hasComment = ({ comments }: Dockerfile, { start, end }: Range): boolean => comments.some((comment) => start <= comment.start && comment.start < end);
