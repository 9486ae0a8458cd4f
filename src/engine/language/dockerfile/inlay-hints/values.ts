import { globalScope } from "../../../dockerfile/global-scope.ts";
import { pairsOf } from "../../../dockerfile/instructions.ts";
import { referencesOf, type VariableReference } from "../../../dockerfile/references.ts";
import type { Dockerfile, Instruction, Word } from "../../../dockerfile/syntax.ts";
import { scopeBefore, valueOf } from "../../../dockerfile/variables.ts";
import { contains } from "../../../text/text.ts";
import { describeReference } from "../hover/variable-hover.ts";
import { lineOf } from "../hover/place.ts";
import type { InlayHint } from "../../inlay-hint.ts";

/** Where an instruction is about one thing whose value one wants to see. In ENV, ARG and LABEL what is set stands there, and a shell sees more than the file. */
const shown = new Set(["FROM", "COPY", "ADD", "WORKDIR", "USER", "EXPOSE", "VOLUME", "STOPSIGNAL"]);

/** Lines above, in which a reader sees what is set there. */
const near = 3;
const longest = 60;

/** What words with variables come to. */
export function values(file: Dockerfile, instruction: Instruction): readonly InlayHint[] {
	const { keyword, args, flags, heredocs } = instruction;
	if (!shown.has(keyword) || !instruction.logical.text.includes("$")) return [];
	const references = referencesOf(file, instruction);
	const words = [...flags.flatMap(({ value }) => value ?? []), ...args].filter((word) => !heredocs.some(({ opener }) => opener.start === word.start));
	return words.flatMap((word) => valueHint(file, instruction, word, references));
}

function valueHint(file: Dockerfile, instruction: Instruction, word: Word, references: readonly VariableReference[]): readonly InlayHint[] {
	const own = references.filter((reference) => contains(word, reference));
	const value = own.length > 0 ? valueOf(file, instruction, word) : undefined;
	if (!value || /[\p{Cc}]/u.test(value) || own.every((reference) => isNear(file, reference))) return [];
	const label = `= ${value.length > longest ? `${value.slice(0, longest)}…` : value}`;
	return [{ kind: "values", offset: word.end, label, about: () => own.flatMap((reference) => describeReference(file, reference) ?? []) }];
}

/** Whether the reader sees the value there, or just above. */
function isNear(file: Dockerfile, { name, outer, start }: VariableReference): boolean {
	const variable = scopeBefore(file, outer).get(name);
	if (!variable?.instruction) return variable === undefined;
	const hasValue = pairsOf(variable.instruction).some((pair) => pair.name.text === name && pair.value);
	// An ARG without a value hands on what stands above the first FROM.
	const instruction = hasValue ? variable.instruction : (globalScope(file).get(name)?.instruction ?? variable.instruction);
	return lineOf(file, start) - lineOf(file, instruction.range.start) <= near;
}
