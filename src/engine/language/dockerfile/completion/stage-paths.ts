import { copiesOf, placeOf } from "../../../dockerfile/copies.ts";
import { flagOf } from "../../../dockerfile/instructions.ts";
import type { Stage } from "../../../dockerfile/stages.ts";
import { joinPaths, stateAtEnd, stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { type Call, callsOf } from "../../../shell/calls.ts";
import { type Message, say } from "../../../text/message.ts";

/** A path that a stage is known to have. */
export type StagePath = { readonly path: string; readonly isFolder: boolean; readonly origin: Message };

/** What the stage is known to have of its own and of the stages below it: working directories, what it copies and builds, and what is taken from it already. */
export function pathsIn(file: Dockerfile, stage: Stage, asking: Instruction): readonly StagePath[] {
	const paths = new Map<string, StagePath>();
	const add = (path: string | undefined, isFolder: boolean, origin: Message): void => {
		if (path?.startsWith("/") && !/[\s$"']/.test(path) && !paths.has(path)) paths.set(path, { path, isFolder, origin });
	};
	for (const { instruction, sources } of copiesOf(file)) {
		if (instruction === asking || flagOf(instruction, "from")?.value?.text.toLowerCase() !== stage.name?.text.toLowerCase()) continue;
		for (const { value } of sources) add(value, value?.endsWith("/") ?? false, say`Copied from it elsewhere`);
	}
	const stages = new Set<Stage>();
	for (let each: Stage | undefined = stage; each; each = each.parent) stages.add(each);
	for (const call of callsOf(file, "go")) {
		const output = call.subcommand === "build" ? operandBehind(call, "-o") : undefined;
		if (output !== undefined && inStages(stages, call.instruction))
			add(joinPaths(stateBefore(file, call.instruction).workdir, output), false, say`Built there`);
	}
	add(stateAtEnd(file, stage).workdir, true, say`Its working directory`);
	for (const copy of copiesOf(file)) {
		if (!copy.stage || !stages.has(copy.stage)) continue;
		for (const source of copy.sources) {
			const isWhole = source.value === "." || source.value?.endsWith("/");
			add(isWhole ? copy.path : placeOf(copy, source), isWhole ?? false, say`Copied there`);
		}
	}
	return [...paths.values()];
}

/** What an option is given that is not known to take anything. */
function operandBehind({ options, operands, operandWords }: Call, name: string): string | undefined {
	const option = options.find(([each]) => each === name)?.[2];
	const index = option ? operandWords.findIndex((word) => word !== undefined && word.start >= option.end) : -1;
	return operands[index];
}

const inStages = (stages: ReadonlySet<Stage>, { range }: Instruction): boolean => {
	for (const { from, instructions } of stages) if (from.range.start <= range.start && range.start <= (instructions.at(-1) ?? from).range.start) return true;
	return false;
};
