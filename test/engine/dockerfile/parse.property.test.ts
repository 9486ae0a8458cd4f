import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import type { Dockerfile, Instruction } from "../../../src/engine/dockerfile/syntax.ts";
import { tokensOf } from "../../../src/engine/dockerfile/tokens.ts";
import { contains, type Range } from "../../../src/engine/text/text.ts";
import { mutations, pieces } from "./mutation.ts";
import expected from "./mutations.json" with { type: "json" };

const folder = join(import.meta.dirname, "fixtures");
const texts = readdirSync(folder)
	.toSorted()
	.filter((name) => name.endsWith(".dockerfile"))
	.map((name) => readFileSync(join(folder, name), "utf8"));

test("50,000 mutated files are read without a throw, and every range in them is right", { timeout: 60_000 }, () => {
	const seed = 1;
	const source = mutations(texts, seed);
	const wrongs: string[] = [];
	for (let index = 0; index < 50_000; index++) {
		const text = source.next().value;
		const wrong = findWrong(text);
		if (wrong) wrongs.push(`mutation ${index} of seed ${seed}: ${wrong}\n${JSON.stringify(text)}`);
	}

	expect(wrongs).toEqual([]);
});

test("any text at all", () => {
	const anything = fc
		.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), { maxLength: 30 })
		.map((parts) => parts.join(""));
	fc.assert(
		fc.property(anything, (text) => {
			expect(findWrong(text)).toBeUndefined();
		}),
		{ numRuns: 3000, seed: 1 },
	);
});

test.each([
	["ONBUILD", `FROM a\n${"ONBUILD ".repeat(8000)}RUN b`],
	["ONBUILD over lines", `FROM a\n${"ONBUILD \\\n".repeat(50_000)}RUN b`],
	["brackets", `FROM a\nCMD ${"[".repeat(30_000)}${"]".repeat(30_000)}`],
	["substitutions", `FROM a\nRUN <<EOF ${"${X:-".repeat(12_000)}${"}".repeat(3000)}\nEOF\n`],
	["here documents", `FROM a\nRUN ${"<<E ".repeat(10_000)}\n${"E\n".repeat(10_000)}`],
	["words over lines", `FROM a\nCOPY ${"b \\\n".repeat(50_000)}c`],
])("many %s", (_, text) => {
	expect(findWrong(text)).toBeUndefined();
});

describe("refuses what BuildKit refuses", () => {
	// Written by `npm run oracle -- --write` from BuildKit itself; a changed fixture or mutation asks for that.
	const refusals = new Map(expected.refused.map(([index, line, message]) => [index, { line, message }]));
	const excused = new Set(expected.excused);

	test(`${expected.count} mutations of the fixtures: ${expected.refused.length} refused, the others not`, () => {
		const source = mutations(texts, expected.seed);
		for (let index = 0; index < expected.count; index++) {
			const text = source.next().value;
			if (excused.has(index)) continue;
			const [problem] = parse(text).problems;
			const ours = problem && { line: problem.line, message: problem.message };

			expect(ours, `mutation ${index} of seed ${expected.seed}: ${JSON.stringify(text)}`).toEqual(refusals.get(index));
		}
	});
});

/** What is wrong with the parsed text, if something is. */
function findWrong(text: string): string | undefined {
	const file = parse(text);
	return findGap(file) ?? findMisplaced(file) ?? file.instructions.map((each) => findWrongWord(file, each)).find(Boolean);
}

function findGap(file: Dockerfile): string | undefined {
	let done = 0;
	for (const { kind, start, end } of tokensOf(file)) {
		if (start !== done || end <= start) return `a ${kind} from ${start} to ${end}, after a token that ends at ${done}`;
		done = end;
	}
	return done === file.text.length ? undefined : `no token from ${done} on, of ${file.text.length}`;
}

function findMisplaced({ text, instructions, comments, problems, directives }: Dockerfile): string | undefined {
	let done = 0;
	for (const { keyword, range, fullRange } of instructions) {
		if (range.start < done || !contains(fullRange, range)) return `${keyword} at ${show(range)} in ${show(fullRange)} after ${done}`;
		done = fullRange.end;
	}
	const whole = { start: 0, end: text.length };
	const outside = [...problems.map(({ at }) => at), ...directives.flatMap(({ range, value }) => [range, value])].find(
		(range) => !contains(whole, range) || range.end < range.start,
	);
	if (outside) return `${show(outside)} is outside of the text`;
	const comment = comments.find(({ start }) => text[start] !== "#");
	if (comment) return `a comment at ${show(comment)} that begins with no #`;
	const value = directives.find((directive) => text.slice(directive.value.start, directive.value.end) !== directive.value.text);
	return value && `a directive's value at ${show(value.value)} that is not there`;
}

function findWrongWord(file: Dockerfile, instruction: Instruction): string | undefined {
	const { keyword, range, fullRange, keywordRange, argsRange, flags, args, heredocs, trigger, json, logical } = instruction;
	const words = [...args, ...flags, ...flags.flatMap(({ value }) => (value ? [value] : []))];
	const inside = [keywordRange, argsRange, ...words, ...heredocs.flatMap(({ opener }) => (opener ? [opener] : []))];
	// A body without a terminator takes the last line end too, which is no part of the instruction.
	const lines = { start: fullRange.start, end: fullRange.end + (/^\r*\n?/.exec(file.text.slice(fullRange.end))?.[0].length ?? 0) };
	const stray =
		inside.find((each) => each.end < each.start || !contains(range, each)) ??
		heredocs.flatMap(({ body, terminator }) => [body, terminator]).find((each) => !contains(lines, each));
	if (stray) return `${show(stray)} is outside of its ${keyword} at ${show(range)}`;
	for (const word of json || logical.pieces().length > 1 ? [] : words) {
		const source = file.text.slice(word.start, word.end);
		if (!/["'\\`]/.test(source) && source !== word.text) return `${JSON.stringify(word.text)} stands at ${show(word)}, where ${JSON.stringify(source)} is`;
	}
	for (const { content, body } of heredocs) {
		if (file.text.slice(body.start, body.end) !== content) return `a here document's body at ${show(body)} that is not its content`;
	}
	return trigger && findWrongWord(file, trigger);
}

const show = ({ start, end }: Range): string => `[${start}, ${end})`;
