import type { Dockerfile, Flag, Heredoc, Instruction, Word } from "./syntax.ts";
import { fact } from "../text/fact.ts";

type Index = { readonly plain: ReadonlyMap<string, readonly Instruction[]>; readonly withTriggers: ReadonlyMap<string, readonly Instruction[]> };

/** The file's instructions with that keyword (in capitals), in order; those that ONBUILD holds are not among them. */
export const instructionsOf = (file: Dockerfile, keyword: string): readonly Instruction[] => indexOf(file).plain.get(keyword) ?? none;

/** As `instructionsOf`, and with the instructions that ONBUILD puts off to a later build. */
export const instructionsAndTriggersOf = (file: Dockerfile, keyword: string): readonly Instruction[] => indexOf(file).withTriggers.get(keyword) ?? none;

/** The keywords of the file's instructions, of those that ONBUILD holds too. */
export const keywordsIn = (file: Dockerfile): Iterable<string> => indexOf(file).withTriggers.keys();

const none: readonly Instruction[] = [];

/** The flag of that name; undefined where it is not given. */
export const flagOf = ({ flags }: Instruction, name: string): Flag | undefined => flags.find((flag) => flag.name === name);

/** The pairs of an ENV, LABEL or ARG. An ARG's name without "=" has no value. */
export const pairsOf = (instruction: Instruction): readonly Pair[] => pairs(instruction);

type Pair = { readonly name: Word; readonly value: Word | undefined };

const pairs = fact(({ keyword, args }: Instruction): readonly Pair[] => {
	if (keyword === "ARG") return args.map(splitAtEquals);
	const pairs = [];
	for (let index = 0; index + 1 < args.length; index += 2) {
		const [name, value] = [args[index], args[index + 1]];
		if (name && value) pairs.push({ name, value });
	}
	return pairs;
});

/** The same, and the name of an ENV that has no value yet: Docker refuses it, and somebody is writing it. */
export function settingsOf(instruction: Instruction): readonly Pair[] {
	const { keyword, args, logical, logicalArgs } = instruction;
	const text = keyword === "ENV" && args.length === 0 ? logical.text.slice(logicalArgs.start, logicalArgs.end) : "";
	return /^[A-Za-z_]\w*$/.test(text) ? [{ name: logical.wordAt(text, logicalArgs.start, logicalArgs.end), value: undefined }] : pairsOf(instruction);
}

/** The here document that is all of a RUN's script, because nothing else stands there: Docker runs it itself. Other ones it hands to the shell with the line. */
export function scriptOf({ keyword, trigger, heredocs, logicalArgs, logical }: Instruction): Heredoc | undefined {
	const [script, second] = heredocs;
	if ((trigger?.keyword ?? keyword) !== "RUN" || !script || second) return undefined;
	const args = logical.toDocumentRange(trigger?.logicalArgs ?? logicalArgs);
	return script.opener.start === args.start && script.opener.end === args.end ? script : undefined;
}

function splitAtEquals(word: Word): { readonly name: Word; readonly value: Word | undefined } {
	const equals = word.text.indexOf("=");
	if (equals < 0) return { name: word, value: undefined };
	return {
		name: { text: word.text.slice(0, equals), start: word.start, end: word.start + equals },
		value: { text: word.text.slice(equals + 1), start: Math.min(word.start + equals + 1, word.end), end: word.end },
	};
}

const indexOf = fact(({ instructions }: Dockerfile): Index => {
	const plain = new Map<string, Instruction[]>();
	let hasTriggers = false;
	for (const instruction of instructions) {
		add(plain, instruction);
		if (instruction.trigger) hasTriggers = true;
	}
	return { plain, withTriggers: hasTriggers ? readTriggers(instructions) : plain };
});

function readTriggers(instructions: readonly Instruction[]): Map<string, Instruction[]> {
	const index = new Map<string, Instruction[]>();
	for (const instruction of instructions) for (let each: Instruction | undefined = instruction; each; each = each.trigger) add(index, each);
	return index;
}

function add(index: Map<string, Instruction[]>, instruction: Instruction): void {
	const list = index.get(instruction.keyword);
	if (list) list.push(instruction);
	else index.set(instruction.keyword, [instruction]);
}
