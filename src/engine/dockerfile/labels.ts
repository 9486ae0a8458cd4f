import { fact } from "../text/fact.ts";
import { type Edit, remove } from "../text/text.ts";
import { instructionsOf, pairsOf } from "./instructions.ts";
import { removeInstruction } from "./remove-instruction.ts";
import { type Stage, stageOf } from "./stages.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { valueOf } from "./variables.ts";

/** One pair of a LABEL. Its key and value are what Docker makes of them; undefined where a variable decides that the file does not tell. */
export type Label = {
	readonly instruction: Instruction;
	readonly stage: Stage | undefined;
	readonly name: Word;
	readonly word: Word;
	readonly key: string | undefined;
	readonly value: string | undefined;
	/** As the value is written, without quotes around it; those of the old form `LABEL key value` stay. */
	readonly written: string;
};

/** The pairs of all LABELs, in order; those that ONBUILD holds are not among them. */
export const labelsOf = fact((file: Dockerfile): readonly Label[] => {
	const labels: Label[] = [];
	for (const instruction of instructionsOf(file, "LABEL")) {
		const stage = stageOf(file, instruction);
		for (const { name, value: word } of pairsOf(instruction)) {
			if (!word) continue;
			const [key, value] = [valueOf(file, instruction, name), valueOf(file, instruction, word)];
			labels.push({ instruction, stage, name, word, key, value, written: instruction.separator === "=" ? withoutOuterQuotes(word.text) : word.text });
		}
	}
	return labels;
});

const withoutOuterQuotes = (text: string): string => /^(["'])([^]*)\1$/.exec(text)?.[2] ?? text;

/** Takes the pair away, and the instruction with it where it has no other. Undefined where a comment would go, too. */
export function removeLabel(file: Dockerfile, { instruction, name, word }: Label): Edit | undefined {
	const { args, separator, error } = instruction;
	if (error) return undefined;
	if (args.length === 2) return removeInstruction(file, instruction);
	if (separator !== "=") return undefined;
	const index = args.indexOf(name);
	const [before, after] = [args[index - 1], args[index + 2]];
	const range = after ? { start: name.start, end: after.start } : { start: before?.end ?? name.start, end: word.end };
	return file.comments.some(({ start }) => start > range.start && start < range.end) ? undefined : remove(range);
}

/** The keys that the OCI image specification names, in its order. https://github.com/opencontainers/image-spec/blob/main/annotations.md */
export const imageLabels = [
	"org.opencontainers.image.created",
	"org.opencontainers.image.authors",
	"org.opencontainers.image.url",
	"org.opencontainers.image.documentation",
	"org.opencontainers.image.source",
	"org.opencontainers.image.version",
	"org.opencontainers.image.revision",
	"org.opencontainers.image.vendor",
	"org.opencontainers.image.licenses",
	"org.opencontainers.image.ref.name",
	"org.opencontainers.image.title",
	"org.opencontainers.image.description",
	"org.opencontainers.image.base.digest",
	"org.opencontainers.image.base.name",
] as const;
