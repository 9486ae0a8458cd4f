import { instructionsOf } from "./instructions.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { valueOf } from "./variables.ts";

/** A word that an instruction is given, and what it is without quotes and with variables replaced; undefined where the file does not tell. */
export type ArgumentWord = { readonly instruction: Instruction; readonly word: Word; readonly value: string | undefined };

/** What the instructions of a kind are given, in order: the ports of all EXPOSEs, the paths of all VOLUMEs. */
export const argumentWords = (file: Dockerfile, keyword: "EXPOSE" | "VOLUME"): readonly ArgumentWord[] =>
	instructionsOf(file, keyword).flatMap((instruction) => instruction.args.map((word) => ({ instruction, word, value: valueOf(file, instruction, word) })));
