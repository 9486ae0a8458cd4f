import { fact } from "../text/fact.ts";
import { instructionsAndTriggersOf, pairsOf } from "./instructions.ts";
import type { Dockerfile, Word } from "./syntax.ts";

/** The names of all ARG in the file, those above the first FROM included. */
export const argumentsOf = fact((file: Dockerfile): ReadonlySet<string> => new Set(argumentWordsOf(file).map(({ text }) => text)));

/** The same where they stand, in order. */
export const argumentWordsOf = fact((file: Dockerfile): readonly Word[] =>
	instructionsAndTriggersOf(file, "ARG").flatMap((instruction) => pairsOf(instruction).map(({ name }) => name)),
);

/** What the file says that the argument is where a build is given none: the first that has a value. */
export function defaultOf(file: Dockerfile, argument: string): Word | undefined {
	for (const instruction of instructionsAndTriggersOf(file, "ARG"))
		for (const { name, value } of pairsOf(instruction)) if (value && name.text === argument) return value;
	return undefined;
}
