import { toUpperAsGo } from "./characters.ts";
import { keywords } from "./instruction.ts";
import { parse } from "./parse.ts";
import type { Instruction } from "./syntax.ts";

/** A Dockerfile in the terms of BuildKit's own parser, key for key what `test/oracle/tree` prints. */
export type Tree = {
	readonly file: string;
	readonly escape: string;
	readonly warnings: readonly string[];
	/** The first thing for which BuildKit refuses the file; there are no instructions then. */
	readonly error: { readonly line: number; readonly message: string } | null;
	readonly instructions: readonly TreeInstruction[];
};

export type TreeInstruction = {
	readonly keyword: string;
	readonly flags: readonly string[];
	readonly args: readonly string[];
	readonly json: boolean;
	readonly original: string;
	readonly startLine: number;
	readonly endLine: number;
	readonly heredocs: readonly { readonly name: string; readonly fd: number; readonly expand: boolean; readonly chomp: boolean; readonly content: string }[];
	readonly child: TreeInstruction | null;
};

/** Parses the text and gives BuildKit's view of it; `file` is the name to show. */
export function toTree(file: string, text: string): Tree {
	const { escape, emptyContinuations, instructions, problems } = parse(text);
	const [problem] = problems;
	if (problem) return { file, escape: "", warnings: [], error: { line: problem.line, message: problem.message }, instructions: [] };
	const warned = new Set(emptyContinuations.map(({ instruction }) => `Empty continuation line found in: ${instruction.logical.text}`));
	return { file, escape, warnings: [...warned], error: null, instructions: instructions.map((instruction) => toTreeInstruction(instruction)) };
}

function toTreeInstruction(instruction: Instruction): TreeInstruction {
	const { keyword, flags, json, startLine, endLine, heredocs, trigger, logical, logicalRange } = instruction;
	return {
		keyword: toUpperAsGo(keyword),
		flags: flags.map(({ text }) => text),
		args: argumentsOf(instruction),
		json,
		// BuildKit keeps the white space around an instruction, but not around the one in an ONBUILD.
		original: startLine === 0 ? logical.text.slice(logicalRange.start, logicalRange.end) : logical.text,
		startLine,
		endLine,
		heredocs: heredocs.map(({ name, fd, expand, chomp, content }) => ({ name, fd, expand, chomp, content })),
		// BuildKit keeps the here documents of a trigger with its ONBUILD.
		child: trigger ? { ...toTreeInstruction(trigger), heredocs: [] } : null,
	};
}

/** ENV and LABEL have a separator after each pair, and an unknown instruction one empty argument. */
function argumentsOf({ keyword, args, separator }: Instruction): readonly string[] {
	if (!keywords.has(keyword)) return [""];
	const texts = args.map(({ text }) => text);
	if (keyword !== "ENV" && keyword !== "LABEL") return texts;
	return texts.flatMap((text, index) => (index % 2 === 1 ? [text, separator] : [text]));
}
