import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareVerdict, judged, textsToJudge } from "./verdict.ts";

// `npm run oracle -- --write` records BuildKit's verdicts; an edited fixture needs them anew.
type Record = { readonly seed: number; readonly mutations: number; readonly excused: readonly number[]; readonly lines: readonly number[] };
const record = JSON.parse(readFileSync(new URL("verdicts.json", import.meta.url), "utf8")) as Record;
const folder = new URL("../../rules/dockerfile/", import.meta.url);

test("what BuildKit's checks refuse is refused at their line, and nothing else", () => {
	const texts = [
		...textsToJudge(
			judged.map((id) => readFileSync(new URL(`${id}.dockerfile`, folder), "utf8")),
			record.seed,
			record.mutations,
		),
	];
	expect(texts.length, "the record is of these fixtures: npm run oracle -- --write").toBe(record.lines.length);
	const excused = new Set(record.excused);
	const different = texts.flatMap((text, index) => {
		const line = record.lines[index] ?? -1;
		const result = excused.has(index) ? "known" : compareVerdict(text, { line: Math.max(line, 0), error: line < 0 ? "" : "refused" });
		return result === "missed" || result === "wrongly refused" || result === "at another line" ? [{ result, line, text }] : [];
	});
	expect(different).toEqual([]);
});
