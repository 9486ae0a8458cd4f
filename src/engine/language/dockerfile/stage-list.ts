import { type Stage, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { countBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";

/** A stage for a list of them. */
export type ListedStage = {
	/** As `docker build --target` takes it; undefined where there is none. */
	readonly name: string | undefined;
	/** As written; empty where it is missing. */
	readonly image: string;
	/** Its FROM. */
	readonly at: Range;
	/** Where it begins, with the comments directly above its FROM. */
	readonly begins: number;
	/** Whether it can be built: by its name, or as the last. */
	readonly isBuildable: boolean;
};

export function listedStages(file: Dockerfile): readonly ListedStage[] {
	const stages = stagesOf(file);
	const last = stages.at(-1);
	// Of several that have a name, the last is built by it.
	const byName = new Map(stages.flatMap((stage) => (stage.name ? [[stage.name.text.toLowerCase(), stage] as const] : [])));
	return stages.map((stage) => ({
		name: stage.name?.text,
		image: stage.image?.text ?? "",
		at: stage.from.keywordRange,
		begins: beginningOf(file, stage),
		isBuildable: stage.image !== undefined && (stage === last || (stage.name !== undefined && byName.get(stage.name.text.toLowerCase()) === stage)),
	}));
}

function beginningOf({ comments, instructions, directives }: Dockerfile, { from }: Stage): number {
	const before = instructions[countBelow(instructions, from.range.start, ({ range }) => range.start) - 1];
	let first = countBelow(comments, from.range.start, ({ start }) => start);
	let { startLine: line } = from;
	let begins = from.range.start;
	// A comment within the instruction above is that one's, and a directive is about the file.
	const done = before?.fullRange.end ?? directives.at(-1)?.range.end ?? -1;
	for (let comment = comments[first - 1]; comment && comment.line === line - 1 && comment.start > done; comment = comments[first - 1]) {
		begins = comment.start;
		line = comment.line;
		first--;
	}
	return begins;
}
