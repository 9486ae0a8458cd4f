import { stagesOf } from "../../dockerfile/stages.ts";
import type { Comment, Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { Lines } from "../../text/text.ts";
import type { Fold } from "../fold.ts";

/**
 * Stages, instructions over several lines, here documents, comments, and what stands between `# region` and `# endregion`. In order of their beginnings,
 * each over two lines at least, and no two from the same line. The line that ends a here document or a region stays in sight.
 */
export function folds(file: Dockerfile): readonly Fold[] {
	const lines = new Lines(file.text);
	const byLine = new Map<number, Fold>();
	const candidates = [...stageFolds(file), ...file.instructions.flatMap(instructionFolds), ...commentFolds(file)];
	for (const fold of candidates) {
		const [first, last] = [lines.lineAt(fold.start), lines.lineAt(fold.end)];
		if (first < last && !byLine.has(first)) byLine.set(first, fold);
	}
	return [...byLine.values()].sort((one, other) => one.start - other.start);
}

function stageFolds(file: Dockerfile): Fold[] {
	return stagesOf(file).map(({ from, instructions }) => ({
		start: from.fullRange.start,
		end: (instructions.at(-1) ?? from).fullRange.end,
		kind: undefined,
	}));
}

/** Here documents first: where nothing but them follows the first line, they are what there is to hide. */
function instructionFolds({ range, fullRange, heredocs }: Instruction): Fold[] {
	const documents = heredocs.flatMap(({ body }): Fold[] => (body.end > body.start ? [{ start: body.start - 1, end: body.end - 1, kind: undefined }] : []));
	return [...documents, { start: range.start, end: fullRange.end, kind: undefined }];
}

function commentFolds({ text, comments, directives }: Dockerfile): Fold[] {
	const folds: Fold[] = [];
	const regions: Comment[] = [];
	const ofDirectives = new Set(directives.map(({ range }) => range.start));
	let block: Comment[] = [];
	const endBlock = (): void => {
		const [first, last] = [block[0], block.at(-1)];
		if (first && last && last !== first) folds.push({ start: first.start, end: last.end, kind: "comment" });
		block = [];
	};
	for (const comment of comments) {
		const marker = regionMarker.exec(text.slice(comment.start, comment.end))?.[1];
		if (marker || comment.line !== (block.at(-1)?.line ?? 0) + 1) endBlock();
		if (marker === "") regions.push(comment);
		else if (marker) {
			const start = regions.pop();
			if (start) folds.push({ start: start.start, end: text.lastIndexOf("\n", comment.start), kind: "region" });
		} else if (!ofDirectives.has(comment.start)) block.push(comment);
	}
	endBlock();
	return folds;
}

/** As in other languages, with or without a blank before the word. */
const regionMarker = /^#[ \t]*(end|)region\b/;
