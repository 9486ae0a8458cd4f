import { keywords } from "../../dockerfile/instruction.ts";
import { instructionsOf, keywordsIn } from "../../dockerfile/instructions.ts";
import { refusalsOf } from "../../dockerfile/refusals/refusals.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { programsIn } from "../../shell/calls.ts";
import { commandNamesIn } from "../../shell/named-commands.ts";
import { piecesIn } from "../../shell/pieces.ts";

/**
 * What rules may name in `needs`, as far as the file has it; a name may be there twice:
 * - `COPY`: an instruction, also as a trigger. `COPY $`: one with a dollar in it or in its here documents; of RUNs those with flags alone. `COPY #`: one with a number
 *   sign. `COPY [`: one that is no exec form, but begins as if it were.
 * - `--from`: a flag. `# syntax`: a parser directive. `AS`: a stage's name. `FROM FROM`: a second stage. `empty line`: one that an instruction goes on over.
 * - `refused`: something that Docker refuses the file for, or what is built on it, though it can read the lines.
 * - `mkdir`: a command of a RUN. `pip`: a program of ours that one is, be it as `pip3` or `python -m pip`.
 * - Pieces of the text of RUNs, see `piecesIn`.
 */
export function contentsOf(file: Dockerfile): readonly string[] {
	const names: string[] = [...keywordsIn(file)];
	for (const instruction of file.instructions) {
		addSigns(names, instruction);
		if (instruction.trigger) addSigns(names, instruction.trigger);
	}
	const stages = instructionsOf(file, "FROM");
	if (stages.length > 1) names.push("FROM FROM");
	for (const { args } of stages) if (args.length > 1) names.push("AS");
	for (const { name } of file.directives) names.push(`# ${name}`);
	if (file.emptyContinuations.length > 0) names.push("empty line");
	if (refusalsOf(file).length > 0) names.push("refused");
	return names.concat(commandNamesIn(file), programsIn(file), piecesIn(file));
}

function addSigns(names: string[], { keyword, flags, logical: { text }, logicalArgs, json, heredocs }: Instruction): void {
	for (const { name } of flags) names.push(`--${name}`);
	const [dollar, hash, bracket] = signed.get(keyword) ?? [];
	if (!dollar || !hash || !bracket) return;
	const { start } = logicalArgs;
	if (text.includes("#", start)) names.push(hash);
	if (!json && (text[start] === "[" || (keyword === "HEALTHCHECK" && text.includes("[", start)))) names.push(bracket);
	// A flag stands before the arguments.
	if (keyword === "RUN" ? flags.length > 0 && text.includes("$") : text.includes("$") || heredocs.some(({ content }) => content.includes("$")))
		names.push(dollar);
}

/** Made once: to put a name together takes longer than to look for what it says. */
const signed = new Map([...keywords].map((keyword) => [keyword, [`${keyword} $`, `${keyword} #`, `${keyword} [`]] as const));
