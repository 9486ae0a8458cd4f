import { expect, test } from "vitest";
import { help, lintTogether } from "../../src/cli/lint-together.ts";
import type { LintJob } from "../../src/cli/lint-files.ts";
import { inFolder } from "./command-line.ts";

const names = Array.from({ length: 130 }, (_, index) => `${index}.dockerfile`);
const job: LintJob = {
	names,
	fix: false,
	diff: false,
	preset: undefined,
	only: undefined,
	changes: undefined,
	isTimed: false,
	onlyNumbers: false,
	failOn: undefined,
	baseline: undefined,
	updateBaseline: false,
	grow: false,
	namedAs: undefined,
	configuration: undefined,
	inputName: undefined,
	format: "json",
	look: { hasColors: false },
};
const readInput = () => Promise.reject(new Error("nothing is to be read"));

function inFolderOfMany(): void {
	inFolder({
		...Object.fromEntries(names.map((name, index) => [name, index % 3 ? `FROM alpine\nRUN echo ${index}\n` : Buffer.from([0xff, 0xfe])])),
		".hullwright.yaml": "rules: { nonsense: off }\n",
	});
}

test.each<[string, (task: unknown) => Promise<unknown>]>([
	["does its share", (task) => help(task)],
	["is late", async (task) => (await new Promise((resolve) => setImmediate(resolve)), help(task))],
	["takes everything and ends without an answer", async (task) => (await help(task), undefined)],
	["takes some and fails", (task) => (void help(task), Promise.reject(new Error("no memory is left")))],
	["cannot be started", () => Promise.reject(new Error("no thread is left"))],
])("the result is one core's where the helper %s", async (_, askHelper) => {
	inFolderOfMany();
	const alone = await lintTogether(job, { readInput });

	expect(alone.parts.map(({ name }) => name)).toEqual(names);
	expect(alone.complaints).toHaveLength(1 + Math.ceil(names.length / 3));
	expect(await lintTogether(job, { readInput, askHelper })).toEqual(alone);
});

test("nobody helps with few files, nor where files are written", async () => {
	inFolderOfMany();
	const asked: unknown[] = [];
	const askHelper = (task: unknown) => (asked.push(task), help(task));
	for (const each of [
		{ ...job, names: names.slice(0, 20) },
		{ ...job, fix: true },
		{ ...job, diff: true },
	])
		await lintTogether(each, { readInput, askHelper });
	expect(asked).toEqual([]);

	await lintTogether(job, { readInput, askHelper });
	expect(asked).toHaveLength(1);
});
