import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { writtenText } from "../../src/engine/logs/entry.ts";
import type { LogMark, LogSource, RawLine } from "../../src/webviews/logs/protocol.ts";
import { createModel, type LogModel } from "../../src/webviews/logs/model.ts";
import { savedText } from "../../src/webviews/logs/saved-text.ts";

const at = (milliseconds: number): string => `2026-01-15T10:00:00.${String(milliseconds).padStart(3, "0")}000000Z`;
const line = (source: string, milliseconds: number, text: string, more: Partial<RawLine> = {}): RawLine => ({
	...{ source, stream: "stdout", time: at(milliseconds), text, run: 0 },
	...more,
});
const mark = (source: string, milliseconds: number, run: number, isBad = false): LogMark => ({
	source,
	run,
	time: at(milliseconds),
	kind: "started",
	text: `${source} began`,
	isBad,
});
const source = (id: string): LogSource => ({
	id,
	name: `shop-${id}-1`,
	project: "shop",
	service: id,
	isMutedAtFirst: false,
	state: "running",
	isRunning: true,
});
const texts = ({ shown }: LogModel): readonly string[] => shown.entries.map(({ text }) => text);

function modelWith(...entries: readonly (RawLine | LogMark)[]): LogModel {
	const model = createModel();
	model.setSources(["api", "web", "db"].map(source));
	model.add(entries);
	return model;
}

test("filters, levels, and services muted or alone go together, and are kept up with what comes", () => {
	const model = modelWith(line("api", 1, "INFO one"), line("web", 2, "ERROR two"), line("db", 3, "WARN one more"));
	model.want({ filter: "one" });
	model.add([line("api", 4, "DEBUG one"), line("web", 5, "three")]);
	expect(texts(model)).toEqual(["INFO one", "WARN one more", "DEBUG one"]);
	model.want({ level: "info" });
	expect(texts(model)).toEqual(["INFO one", "WARN one more"]);
	model.want({ muted: new Set(["db"]) });
	expect(texts(model)).toEqual(["INFO one"]);
	model.want({ solo: "db" });
	expect(texts(model)).toEqual(["WARN one more"]);
	model.want({ filter: "service=web", level: undefined, muted: new Set(), solo: undefined });
	expect(texts(model)).toEqual(["ERROR two", "three"]);
});

test("services that say so are muted at first, also those that come later", () => {
	const model = modelWith(line("api", 1, "one"), line("seed", 2, "two"));
	const seed = { ...source("seed"), isMutedAtFirst: true };
	model.muteAtFirst([source("api")]);
	expect(texts(model)).toEqual(["one", "two"]);
	model.muteAtFirst([source("api"), seed]);
	expect(texts(model)).toEqual(["one"]);
});

test("what is typed and no filter yet leaves what is shown", () => {
	const model = modelWith(line("api", 1, "one"), line("api", 2, "two"));
	model.want({ filter: "one" });
	model.want({ filter: "one (" });
	expect(model.problem?.kind).toBe("unclosedParenthesis");
	expect(texts(model)).toEqual(["one"]);
	model.want({ filter: "" });
	expect(model.problem).toBeUndefined();
	expect(texts(model)).toEqual(["one", "two"]);
});

test("the context of a line is the whole stream", () => {
	const model = modelWith(...Array.from({ length: 50 }, (_, index) => line(index % 2 ? "api" : "web", index, `${index}`)));
	model.want({ filter: "7", muted: new Set(["web"]), level: undefined });
	expect(texts(model)).toEqual(["7", "17", "27", "37", "47"]);
	model.want({ isContext: true });
	expect(model.shown.entries).toEqual(model.store.entries);
	model.want({ isContext: false });
	expect(texts(model)).toEqual(["7", "17", "27", "37", "47"]);
});

test("marks are shown with what they stand between, and not among lines that were looked for", () => {
	const model = modelWith(line("api", 1, "INFO one"), mark("api", 2, 1), mark("api", 3, 1, true), line("api", 4, "ERROR one", { run: 1 }));
	expect(texts(model).length).toBe(4);
	model.want({ level: "error" });
	expect(texts(model)).toEqual(["api began", "ERROR one"]);
	model.want({ filter: "one", level: undefined });
	expect(texts(model)).toEqual(["INFO one", "ERROR one"]);
});

test("earlier runs are one row each, and nothing of them is gone", () => {
	const model = modelWith(
		line("api", 1, "a"),
		line("web", 2, "b"),
		line("api", 3, "c"),
		mark("api", 4, 1),
		line("api", 5, "d", { run: 1 }),
		line("api", 6, "e", { run: 2 }),
	);
	model.toggleEarlierRuns();
	expect(texts(model)).toEqual(["a", "b", "api began", "e"]);
	const rows = model.shown.entries.filter((entry) => model.isRunRow(entry));
	expect(rows.map((row) => model.runLength(row))).toEqual([2, 2]);
	// What is folded is searched, filtered, copied and saved with the rest.
	expect(model.whole(model.shown.entries)).toEqual(model.store.entries);
	model.searchFor("c");
	expect(model.hits?.entries.map(({ text }) => text)).toEqual(["c"]);
	model.want({ filter: "c OR b" });
	expect(model.shown.entries.map((entry) => [entry.text, model.isRunRow(entry) && model.runLength(entry)])).toEqual([
		["b", false],
		["c", 1],
	]);
	model.want({ filter: "" });
	model.unfold(model.hits?.entries[0] ?? fail());
	expect(texts(model)).toEqual(["a", "b", "c", "api began", "e"]);
	expect(model.hits?.entries.length).toBe(1);
	model.toggleEarlierRuns();
	model.toggleEarlierRuns();
	expect(texts(model)).toEqual(["a", "b", "c", "api began", "d", "e"]);
});

test("matches are among what is shown, also in the folded lines of a trace, and come with what comes", () => {
	const model = modelWith(line("api", 1, "ERROR: failed"), line("api", 1, "    at needle (/app/a.js:3:9)"), line("web", 2, "needle"));
	model.searchFor("needle");
	expect(model.hits?.entries.map(({ text }) => text)).toEqual(["ERROR: failed", "needle"]);
	model.want({ muted: new Set(["web"]) });
	model.add([line("api", 3, "INFO a needle"), line("web", 4, "needle")]);
	expect(model.hits?.entries.map(({ text }) => text)).toEqual(["ERROR: failed", "INFO a needle"]);
	model.searchFor("/(/");
	expect(model.searchProblem?.kind).toBe("badPattern");
});

const corpus = "test/engine/logs/corpus";
test.each(readdirSync(corpus))("each line of %s is copied, saved and found, folded or not", (name) => {
	const lines = readFileSync(`${corpus}/${name}`, "utf8")
		.trimEnd()
		.split("\n")
		.map((marked) => marked.slice(8));
	const model = modelWith(...lines.map((text) => line("api", 1, text)));
	const { entries } = model.shown;
	expect(entries.map(writtenText).join("\n").split("\n")).toEqual(lines);
	expect(savedText(entries, undefined, undefined)).toBe(`${lines.join("\n")}\n`);
	const found = lines.filter((text) => {
		// What stands between slashes is a pattern.
		model.searchFor(text.startsWith("/") ? text.slice(0, -1) : text);
		return text.trim() === "" || text.length < 2 || model.hits?.entries.some((entry) => writtenText(entry).split("\n").includes(text));
	});
	expect(found).toEqual(lines);
});

describe("a line is found again", () => {
	const model = modelWith(
		line("api", 1, "a"),
		line("web", 1, "b"),
		line("api", 1, "c"),
		line("api", 2, "ERROR: x"),
		line("api", 3, "    at y"),
		line("api", 3, "z"),
		line("api", 9, "end"),
	);

	test("by its source, its time and its place among those of the same time", () => {
		for (const entry of model.store.entries) expect(model.find(model.placeOf(entry))).toEqual({ entry, isExact: true });
		expect(model.placeOf(model.store.entries[4] ?? fail())).toEqual({ source: "api", time: at(3), index: 1 });
	});

	test("or the nearest is, where it is gone", () => {
		expect(model.find({ source: "api", time: at(5), index: 0 })).toMatchObject({ entry: { text: "z" }, isExact: false });
		expect(createModel().find({ source: "api", time: at(5), index: 0 })).toBeUndefined();
	});

	test("by time", () => {
		expect(model.atTime(at(2))?.text).toBe("ERROR: x");
		expect(model.atTime(at(4))?.text).toBe("end");
		expect(model.atTime("2027")?.text).toBe("end");
	});
});

function fail(): never {
	throw new Error("there is no such entry");
}
