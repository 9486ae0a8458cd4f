import { describe, expect, test, vi } from "vitest";

vi.mock("vscode", () => ({ l10n: { t: (message: string) => message } }));
const { changesOf, sizeText, swapAs } = await import("../../src/extension/commands/container/limits.ts");

const mebibyte = 1024 * 1024;

test.each([
	[0, ""],
	[512 * mebibyte, "512m"],
	[2 * 1024 * mebibyte, "2g"],
	[1536 * mebibyte, "1536m"],
	[100_000_000, "100000000"],
])("%d bytes are written as %s, which Docker reads as the same", (bytes, wanted) => expect(sizeText(bytes)).toBe(wanted));

describe("swap that is proposed", () => {
	test.each([
		["as much again, as Docker does", 256, 0, 0, "512m"],
		["as it is, where the memory stays", 256, 256, 300, "300m"],
		["in the same relation", 512, 256, 256, "512m"],
		["without end, where it was", 512, 256, -1, "-1"],
	])("%s", (_name, memory, before, swap, wanted) => expect(swapAs(memory * mebibyte, before * mebibyte, swap < 0 ? swap : swap * mebibyte)).toBe(wanted));
});

test("the engine is told what is other than before, memory together with swap", () => {
	const before = { memory: 1, swap: 2, cpus: 0.5, processes: 0 };
	expect(changesOf(before, before)).toEqual({});
	expect(changesOf(before, { ...before, swap: 3, processes: 9 })).toEqual({ memory: 1, swap: 3, processes: 9 });
	expect(changesOf(before, { ...before, cpus: 1 })).toEqual({ cpus: 1 });
});
