import { instructionsAndTriggersOf } from "../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { anyName, programAt, type ProgramName, programNames } from "./programs/programs.ts";

const none: readonly Instruction[] = [];

/**
 * The RUNs, triggers among them, in which the program may be called, because its name stands in them at all. The others need not be read. Quotes and backslashes
 * within the name are seen through.
 */
export const mentionsOf = (file: Dockerfile, program: ProgramName): readonly Instruction[] => indexOf(file).get(program) ?? none;

const indexOf = fact((file: Dockerfile): ReadonlyMap<ProgramName, readonly Instruction[]> => {
	const index = new Map<ProgramName, Instruction[]>();
	for (const instruction of instructionsAndTriggersOf(file, "RUN")) {
		const text = textOf(instruction);
		if (hidesWords(text)) for (const program of programNames) add(index, program, instruction);
		else {
			const bare = withoutQuotes(text);
			anyName.lastIndex = 0;
			for (let match = anyName.exec(bare); match; match = anyName.exec(bare)) add(index, programAt(bare, match.index, match[0]), instruction);
		}
	}
	return index;
});

function add(index: Map<ProgramName, Instruction[]>, program: ProgramName | undefined, instruction: Instruction): void {
	if (!program) return;
	const list = index.get(program);
	if (!list) index.set(program, [instruction]);
	else if (list.at(-1) !== instruction) list.push(instruction);
}

function textOf({ args, json, logical, logicalArgs, heredocs }: Instruction): string {
	let text = json ? args.map((word) => word.text).join(" ") : logical.text.slice(logicalArgs.start, logicalArgs.end);
	for (const { content } of heredocs) text += `\n${content}`;
	return text;
}

/** `$'\x61pt'` is a word that does not stand there. */
const hidesWords = (text: string): boolean => text.includes("$'") && text.includes("\\");

/** Only within a word do they hide it. */
const withoutQuotes = (text: string): string => (/[\w-]["'\\]+[\w\s-]/.test(text) ? text.replace(/\\\r?\n|["'\\]/g, "") : text);
