import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linesOf } from "../../../src/engine/logs/entry.ts";
import { createStore } from "../../../src/engine/logs/store.ts";

/**
 * Logs as programs print them, marked by hand: a line that begins an entry has its level before it, `-` where it has none, and a line that belongs to the entry
 * before it has nothing.
 */
const folder = "test/engine/logs/corpus";
const names = readdirSync(folder);

test("there are many kinds of logs", () => expect(names.length).toBeGreaterThanOrEqual(60));

test.each(names)("entries and levels of %s", (name) => {
	const marked = readFileSync(`${folder}/${name}`, "utf8").trimEnd().split("\n");
	// How lines come together makes no difference.
	for (const size of [1, 7, 10_000])
		expect(
			marksOf(
				marked.map((line) => line.slice(8)),
				size,
			),
		).toEqual(marked);
});

function marksOf(lines: readonly string[], size: number): readonly string[] {
	const store = createStore(1e8);
	for (let at = 0; at < lines.length; at += size) {
		store.add(lines.slice(at, at + size).map((text) => ({ source: "web", stream: "stdout", time: "", text, run: 0 })));
	}
	return store.entries.flatMap((entry) =>
		[...linesOf(entry)].map(({ text }, index) => `${(index === 0 ? (entry.level ?? "-") : "").padEnd(6)}|${text === "" ? "" : ` ${text}`}`),
	);
}
