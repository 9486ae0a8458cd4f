import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";
import { globalScope } from "./global-scope.ts";
import { flagOf, pairsOf } from "./instructions.ts";
import { lex, LexerError } from "./lexer.ts";
import { referencesOf } from "./references.ts";
import { stageOf } from "./stages.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { scopeBefore } from "./variables.ts";

/** A variable in a word that Docker expands, which nothing in the file sets there; the base image may. */
export type UnsetVariable = {
	/** Also `@`, `1` and the like, which mean something to a shell alone. */
	readonly name: string;
	readonly instruction: Instruction;
	/** The first place in the instruction; the word where it is not told apart. */
	readonly at: Range;
	/** Whether the text says what to take in its place, as in `${X:-default}`. */
	readonly hasFallback: boolean;
	/** Whether it stands in the body of a here document. */
	readonly isInHeredoc: boolean;
};

/** In the file's order, each name once an instruction. What ONBUILD puts off is left out, for it sees the environment of another build. */
export const unsetVariables = fact((file: Dockerfile): readonly UnsetVariable[] => {
	let found: UnsetVariable[] | undefined;
	for (const instruction of file.instructions) {
		const { keyword, flags, logical, heredocs, error } = instruction;
		if (error || !(keyword in words) || (keyword === "RUN" && flags.length === 0)) continue;
		if (!logical.text.includes("$") && !(heredocs.length > 0 && keyword !== "RUN")) continue;
		// A stage's instructions alone are read.
		if (keyword !== "FROM" && !stageOf(file, instruction)) continue;
		for (const each of unsetIn(file, instruction)) (found ??= []).push(each);
	}
	return found ?? none;
});

const none: readonly UnsetVariable[] = [];

type Expanded = { readonly text: string; readonly at: Range; readonly isHeredoc?: boolean };

/** By the instruction: what BuildKit expands in it, and reports where nothing is found. */
const words: Readonly<Record<string, (instruction: Instruction) => readonly Expanded[]>> = {
	FROM: (instruction) => [...instruction.args.slice(0, 1), ...valuesOf(instruction, "platform")].map(asWord),
	ARG: (instruction) => pairsOf(instruction).flatMap(({ value }) => (value ? [asWord(value)] : [])),
	ENV: ({ args }) => args.map(asWord),
	LABEL: ({ args }) => args.map(asWord),
	WORKDIR: ({ args }) => args.map(asWord),
	USER: ({ args }) => args.map(asWord),
	VOLUME: ({ args }) => args.map(asWord),
	STOPSIGNAL: ({ args }) => args.map(asWord),
	COPY: (instruction) => copied(instruction, "chown", "chmod"),
	ADD: (instruction) => copied(instruction, "chown", "chmod", "checksum"),
	RUN: (instruction) => instruction.flags.flatMap(({ name, value }) => (name === "mount" && value ? [asWord(value)] : [])),
};

const asWord = (word: Word): Expanded => ({ text: word.text, at: word });

const valuesOf = (instruction: Instruction, ...names: readonly string[]): readonly Word[] => names.flatMap((name) => flagOf(instruction, name)?.value ?? []);

function copied(instruction: Instruction, ...flags: readonly string[]): readonly Expanded[] {
	const { args, heredocs } = instruction;
	const openers = new Set(heredocs.map(({ opener }) => opener.start));
	return [
		...valuesOf(instruction, ...flags).map(asWord),
		...args.filter(({ start }) => !openers.has(start)).map(asWord),
		...heredocs.flatMap(({ expand, content, opener }) => (expand ? [{ text: content, at: opener, isHeredoc: true }] : [])),
	];
}

function unsetIn(file: Dockerfile, instruction: Instruction): readonly UnsetVariable[] {
	const unset = new Map<string, Omit<UnsetVariable, "at"> & { readonly word: Expanded }>();
	const isSet = knownAt(file, instruction);
	const isArgument = instruction.keyword === "ARG";
	const own = new Set<string>();
	for (const word of words[instruction.keyword]?.(instruction) ?? []) {
		// An ARG sees those before it on its line.
		if (isArgument) for (const { name } of pairsOf(instruction)) if (name.end < word.at.start - 1) own.add(name.text);
		if (!word.text.includes("$") || (!word.isHeredoc && areAllSet(word.text, (name) => isSet(name) || own.has(name)))) continue;
		const lookup = (name: string, hasFallback: boolean): string | undefined => {
			if (isSet(name) || own.has(name)) return "x";
			const before = unset.get(name);
			if (!before || (before.hasFallback && !hasFallback)) unset.set(name, { name, instruction, hasFallback, isInHeredoc: word.isHeredoc ?? false, word });
			return undefined;
		};
		try {
			lex(word.text, { escape: word.isHeredoc ? "\\" : file.escape, lookup, ignoreQuotes: word.isHeredoc ?? false });
		} catch (error) {
			// What cannot be expanded is refused for that.
			if (!(error instanceof LexerError)) throw error;
		}
	}
	if (unset.size === 0) return none;
	const references = referencesOf(file, instruction);
	return [...unset.values()].map(({ word, ...each }) => {
		const at = references.find(({ name, start }) => name === each.name && (word.isHeredoc === true || (word.at.start <= start && start < word.at.end)));
		return { ...each, at: at ? { start: at.start, end: at.end } : word.at };
	});
}

/** Whether there are plain references alone, to what is set; to tell that takes less than to expand them. */
function areAllSet(text: string, isSet: (name: string) => boolean): boolean {
	for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", plain.lastIndex)) {
		plain.lastIndex = at;
		const match = plain.exec(text);
		if (!match || !isSet(match[1] ?? match[2] ?? "")) return false;
	}
	return true;
}

const plain = /\$(?:(\w+)|\{(\w+)\})/y;

/** Whether a name is set, or an argument, where the instruction stands. */
function knownAt(file: Dockerfile, instruction: Instruction): (name: string) => boolean {
	if (instruction.keyword === "FROM") {
		const scope = globalScope(file);
		return (name) => scope.has(name);
	}
	const scope = scopeBefore(file, instruction);
	return (name) => name === "PATH" || scope.get(name) !== undefined;
}
