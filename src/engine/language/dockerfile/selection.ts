import { pairsOf } from "../../dockerfile/instructions.ts";
import { placeAt } from "../../dockerfile/names.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Flag, Instruction } from "../../dockerfile/syntax.ts";
import { nodeRangesAt } from "../../shell/nodes.ts";
import { lastBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";

/**
 * What a selection at the offset grows to, step by step, each within the next: the word, the argument, the flag or the pair, a shell's commands, the instruction,
 * the stage, the file.
 */
export function selectionsAt(file: Dockerfile, offset: number): readonly Range[] {
	const candidates = [wordAt(file.text, offset), ...commentsAt(file, offset), ...namesAt(file, offset), ...instructionsAt(file, offset)];
	const around = candidates.filter(({ start, end }) => start <= offset && offset <= end && start < end);
	around.push({ start: 0, end: file.text.length });
	around.sort((one, other) => one.end - one.start - (other.end - other.start));
	const steps: Range[] = [];
	for (const { start, end: written } of around) {
		// The script of a here document that nothing ends goes on behind the text.
		const end = Math.min(written, file.text.length);
		const last = steps.at(-1);
		if (!last || (start <= last.start && end >= last.end && end - start > last.end - last.start)) steps.push({ start, end });
	}
	return steps;
}

function wordAt(text: string, offset: number): Range {
	let [start, end] = [offset, offset];
	while (start > 0 && isOfWord.test(text[start - 1] ?? "")) start--;
	while (end < text.length && isOfWord.test(text[end] ?? "")) end++;
	return { start, end };
}

const isOfWord = /[\w\u0080-\uffff]/;

/** A comment without its sign, with it, and all that stand below each other. */
function commentsAt({ text, comments }: Dockerfile, offset: number): readonly Range[] {
	const comment = lastBelow(comments, offset + 1, ({ start }) => start);
	if (!comment || comment.end < offset) return [];
	const at = comments.indexOf(comment);
	let [first, last] = [at, at];
	while (comments[first - 1]?.line === (comments[first]?.line ?? 0) - 1) first--;
	while (comments[last + 1]?.line === (comments[last]?.line ?? 0) + 1) last++;
	const start = comment.start + (/^#+[ \t]*/.exec(text.slice(comment.start, comment.end))?.[0].length ?? 0);
	return [{ start, end: comment.end }, comment, { start: comments[first]?.start ?? comment.start, end: comments[last]?.end ?? comment.end }];
}

/** A variable's name, with its `$` and braces. */
function namesAt(file: Dockerfile, offset: number): readonly Range[] {
	const place = placeAt(file, offset);
	return place ? [place, { start: place.from, end: file.text[place.end] === "}" && place.start === place.from + 2 ? place.end + 1 : place.end }] : [];
}

function instructionsAt(file: Dockerfile, offset: number): readonly Range[] {
	const outer = lastBelow(file.instructions, offset + 1, ({ fullRange }) => fullRange.start);
	if (!outer) return [];
	const ranges: Range[] = [];
	for (let each: Instruction | undefined = outer; each; each = each.trigger) for (const part of partsOf(file, each, offset)) ranges.push(part);
	const stage = stageOf(file, outer);
	if (stage) ranges.push({ start: stage.from.fullRange.start, end: (stage.instructions.at(-1) ?? stage.from).fullRange.end });
	return ranges;
}

function partsOf(file: Dockerfile, instruction: Instruction, offset: number): readonly Range[] {
	const { range, fullRange, argsRange, args, flags, heredocs, json } = instruction;
	const ranges: Range[] = [range, fullRange, argsRange, ...args, ...flags.flatMap((flag) => flagParts(file, flag))];
	if (json) for (const { start, end } of args) ranges.push({ start: start + 1, end: end - 1 });
	for (const { name, value } of instruction.keyword === "ENV" || instruction.keyword === "LABEL" || instruction.keyword === "ARG" ? pairsOf(instruction) : [])
		ranges.push(name, { start: name.start, end: value?.end ?? name.end }, ...(value ? [value, ...withoutQuotes(file, value)] : []));
	for (const { opener, body, terminator } of heredocs) ranges.push(opener, body, { start: body.start, end: terminator.end });
	const line = { start: file.text.lastIndexOf("\n", offset - 1) + 1, end: (file.text.indexOf("\n", offset) + 1 || file.text.length + 1) - 1 };
	if (heredocs.some(({ body }) => body.start <= offset && offset < body.end)) ranges.push(trimmed(file.text, line));
	return instruction.keyword === "ONBUILD" ? ranges : [...ranges, ...nodeRangesAt(file, instruction, offset)];
}

/** The flag, its value, and each field of a mount with its own. */
function flagParts({ text }: Dockerfile, flag: Flag): readonly Range[] {
	const { value } = flag;
	if (!value || value.start === flag.start) return [flag];
	const ranges: Range[] = [flag, value];
	let start = value.start;
	for (const field of text.slice(value.start, value.end).split(",")) {
		const end = start + field.length;
		const equals = field.indexOf("=");
		ranges.push({ start, end });
		if (equals >= 0) ranges.push({ start, end: start + equals }, { start: start + equals + 1, end });
		start = end + 1;
	}
	return ranges;
}

function withoutQuotes({ text }: Dockerfile, { start, end }: Range): readonly Range[] {
	const isQuoted = end - start > 1 && /["']/.test(text[start] ?? "") && text[start] === text[end - 1];
	return isQuoted ? [{ start: start + 1, end: end - 1 }] : [];
}

function trimmed(text: string, { start, end }: Range): Range {
	let [from, to] = [start, end];
	while (from < to && /\s/.test(text[from] ?? "")) from++;
	while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
	return { start: from, end: to };
}
