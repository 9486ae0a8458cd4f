import { copiesOf, placeOf } from "../../../dockerfile/copies.ts";
import { flagOf } from "../../../dockerfile/instructions.ts";
import type { Stage } from "../../../dockerfile/stages.ts";
import { joinPaths, stateAtEnd, stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { programOf } from "../../../shell/calls.ts";
import { commandsOf } from "../../../shell/commands.ts";
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
	for (const each of stages) for (const { run, path } of builtIn(file, each)) add(joinPaths(stateBefore(file, run).workdir, path), false, say`Built there`);
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

/** What `go build -o` writes in the stage. Only its own scripts are read. */
function builtIn(file: Dockerfile, { instructions }: Stage): readonly { readonly run: Instruction; readonly path: string }[] {
	const built = [];
	for (const run of instructions) {
		if (run.keyword !== "RUN" || !run.logical.text.includes("-o")) continue;
		for (const command of commandsOf(file, run)) {
			const started = programOf(command);
			const words = started?.program === "go" ? started.args.map(({ value }) => value) : [];
			const path = words[0] === "build" ? words[words.indexOf("-o") + 1] : undefined;
			if (path !== undefined && words.includes("-o")) built.push({ run, path });
		}
	}
	return built;
}
