import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeFolder, loadCompiled } from "../../src/cli/code-cache.ts";
import { inFolder } from "./command-line.ts";

type Exports = { answer(): number };

const source = (answer: number): string => `exports.answer = () => ${answer}; exports.from = require("./other.js");`;

function withBundle(others: Readonly<Record<string, string>> = {}): { file: string; folder: string } {
	const root = inFolder({ "bundle.js": source(42), "other.js": "module.exports = 'other';", "home/empty": "", ...others });
	return { file: join(root, "bundle.js"), folder: join(root, "home/hullwright/compiled") };
}

test("a bundle is loaded beside its neighbours, with and without a folder for what is compiled", () => {
	const { file, folder } = withBundle();
	for (const each of [undefined, folder]) expect(loadCompiled<unknown>(file, each, "few").exports).toMatchObject({ from: "other" });
});

test("what is compiled is kept once, and once more for many files", () => {
	const { file, folder } = withBundle();
	const runs = (["few", "few", "many", "few", "many"] as const).map((amount) => {
		const { exports, keep } = loadCompiled<Exports>(file, folder, amount);
		expect(exports.answer()).toBe(42);
		keep(amount);
		return readdirSync(folder).length;
	});
	const times = readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);

	expect(runs).toEqual([1, 1, 2, 2, 2]);
	loadCompiled<Exports>(file, folder, "many").keep("many");
	expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs)).toEqual(times);
});

test("more files than were expected are not kept anew at each run", () => {
	const { file, folder } = withBundle();
	const times = Array.from({ length: 3 }, () => {
		loadCompiled<Exports>(file, folder, "few").keep("many");
		return readdirSync(folder).map((name) => [name.slice(-4), statSync(join(folder, name), { bigint: true }).mtimeNs]);
	});

	expect(times.map((each) => each.map(([name]) => name))).toEqual([["many"], ["many"], ["many"]]);
	expect(new Set(times.flat().map(([, time]) => time)).size).toBe(1);
});

test("another bundle in the same place, as long and as old, is not taken for the one before", () => {
	const { file, folder } = withBundle();
	const { atime, mtime } = statSync(file);
	loadCompiled<Exports>(file, folder, "many").keep("many");
	writeFileSync(file, source(43));
	utimesSync(file, atime, mtime);

	expect(loadCompiled<Exports>(file, folder, "many").exports.answer()).toBe(43);
});

test("a place where nothing can be written costs nothing but speed", () => {
	const { file, folder } = withBundle({ "home/hullwright": "a file" });
	const { exports, keep } = loadCompiled<Exports>(file, folder, "few");

	expect(() => keep("few")).not.toThrow();
	expect(exports.answer()).toBe(42);
});

test("no home is made for it, and what is old does not pile up", () => {
	const { file, folder } = withBundle();
	loadCompiled<Exports>(file, join(folder, "../../../../nowhere/hullwright/compiled"), "few").keep("few");
	for (let index = 0; index < 30; index++) {
		writeFileSync(file, source(index));
		loadCompiled<Exports>(file, folder, "few").keep("few");
	}

	expect(readdirSync(join(folder, "../../.."))).not.toContain("nowhere");
	expect(readdirSync(folder).length).toBeLessThanOrEqual(13);
});

test("where compiled code is kept", () => {
	const linux = { platform: "linux", env: { XDG_CACHE_HOME: "/var/cache/jane" } } as const;
	expect(codeFolder(linux)).toBe(join("/var/cache/jane", "hullwright", "compiled"));
	expect(codeFolder({ ...linux, env: {} })).toMatch(/\.cache.hullwright.compiled$/);
	expect(codeFolder({ ...linux, env: { XDG_CACHE_HOME: "beside" } })).toBeUndefined();
	expect(codeFolder({ ...linux, env: { ...linux.env, NODE_DISABLE_COMPILE_CACHE: "1" } })).toBeUndefined();
	expect(codeFolder({ platform: "win32", env: { LOCALAPPDATA: "/Users/jane/Local" } })).toBe(join("/Users/jane/Local", "hullwright", "compiled"));
	expect(codeFolder({ platform: "win32", env: {} })).toBeUndefined();
	expect(codeFolder({ platform: "darwin", env: {} })).toMatch(/Library.Caches.hullwright.compiled$/);
});
