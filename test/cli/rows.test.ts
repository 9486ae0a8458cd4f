import { expect, test } from "vitest";
import { hullwright, inFolder, maintained } from "./command-line.ts";

test("what Docker refuses the file for is told apart from what is disliked, and from what it refuses in other builds only", async () => {
	inFolder({ Dockerfile: "FROM debian:12\nEXPOSE http\nCOPY app\nMAINTAINER somebody\nONBUILD COPY app\nRUNN make\n" });
	const { output } = await hullwright(["lint", "--format", "json"]);
	const rows = JSON.parse(output) as readonly { readonly line: number; readonly refused?: boolean }[];

	expect(rows.filter(({ refused }) => refused === true).map(({ line }) => line)).toEqual([2, 3, 6]);
	expect(rows.filter(({ line }) => line === 4 || line === 5).map(({ refused }) => refused)).not.toContain(true);
	expect(rows.map(({ line }) => line)).toEqual(expect.arrayContaining([4, 5]));
});

test("what is meant as an array and is none is one problem, and refused where Docker takes nothing else", async () => {
	inFolder({ Dockerfile: "FROM debian:12\nSHELL ['/bin/bash', '-c']\nCMD ['bash']\nUSER app\n" });
	const { output } = await hullwright(["lint", "--format", "json"]);
	const rows = (JSON.parse(output) as readonly { line: number; rule: string; refused?: true }[]).filter(({ line }) => line > 1);
	expect(rows.map(({ line, rule, refused = false }) => [line, rule, refused])).toEqual([
		[2, "invalid-json-form", true],
		[3, "invalid-json-form", false],
	]);
});

test("each row has its rule's category, in every language of files and of people", async () => {
	inFolder({ Dockerfile: maintained, "compose.yaml": 'version: "3"\nservices: {}\n# hullwright ignore=no-such-rule\n' });
	const rows = async (...args: string[]) => {
		const { output } = await hullwright(["lint", "--format", "json", ...args]);
		return (JSON.parse(output) as readonly { rule: string; category: string }[]).map(({ rule, category }) => [rule, category]);
	};
	expect(await rows()).toEqual(
		expect.arrayContaining([
			["maintainer-instruction", "practice"],
			["obsolete-version", "practice"],
			["unknown-rule-ignored", "correctness"],
		]),
	);
	expect(await rows("--locale", "zh-CN")).toEqual(await rows());
});
