import type { ComposeFile, ComposeNode } from "../../compose/syntax.ts";
import { Lines, type Range } from "../../text/text.ts";
import type { Fold } from "../fold.ts";

/** Entries and items over several lines, comments in a row, and what stands between `# region` and `# endregion`. No two from the same line. */
export function composeFolds(file: ComposeFile): readonly Fold[] {
	const lines = new Lines(file.text);
	const folds = new Map<number, Fold>();
	const take = ({ start, end }: Range, kind: Fold["kind"]): void => {
		const [first, last] = [lines.lineAt(start), lines.lineAt(end)];
		// The line of a closing bracket stays in sight.
		const until = kind === undefined && /^\s*[\]}]/.test(file.text.slice(lines.starts[last], end)) ? last - 1 : last;
		if (first < until && !folds.has(first)) folds.set(first, { start, end: lines.lineRange(until).end, kind });
	};
	const within = (node: ComposeNode): void => {
		if (node.kind === "sequence")
			for (const item of node.items) {
				take(item, undefined);
				within(item);
			}
		if (node.kind !== "mapping") return;
		for (const { key, value } of node.entries) {
			if (!value) continue;
			take({ start: key.start, end: value.end }, undefined);
			within(value);
		}
	};
	for (const root of file.roots) within(root);
	takeComments(file, lines, take);
	return [...folds.values()].sort((one, other) => one.start - other.start);
}

function takeComments({ text, comments }: ComposeFile, lines: Lines, take: (range: Range, kind: Fold["kind"]) => void): void {
	const regions: Range[] = [];
	let block: Range | undefined;
	const endBlock = (): void => {
		if (block) take(block, "comment");
		block = undefined;
	};
	for (const comment of comments) {
		const line = lines.lineAt(comment.start);
		const isAlone = text.slice(lines.starts[line], comment.start).trim() === "";
		const marker = isAlone ? /^#[ \t]*(end|)region\b/.exec(text.slice(comment.start, comment.end))?.[1] : undefined;
		const follows = block && isAlone && lines.lineAt(block.end) === line - 1;
		if (marker !== undefined || !follows) endBlock();
		if (marker === "") regions.push(comment);
		else if (marker === "end") {
			const opened = regions.pop();
			if (opened) take({ start: opened.start, end: lines.lineRange(line - 1).end }, "region");
		} else if (isAlone) block = { start: block?.start ?? comment.start, end: comment.end };
	}
	endBlock();
}
