import { expect, test } from "vitest";
import { hullwright, inFolder } from "./command-line.ts";

test("what Docker refuses the file for is told apart from what is disliked, and from what it refuses in other builds only", async () => {
	inFolder({ Dockerfile: "FROM debian:12\nEXPOSE http\nCOPY app\nMAINTAINER somebody\nONBUILD COPY app\nRUNN make\n" });
	const { output } = await hullwright(["lint", "--format", "json"]);
	const rows = JSON.parse(output) as readonly { readonly line: number; readonly refused?: boolean }[];

	expect(rows.filter(({ refused }) => refused === true).map(({ line }) => line)).toEqual([2, 3, 6]);
	expect(rows.filter(({ line }) => line === 4 || line === 5).map(({ refused }) => refused)).not.toContain(true);
	expect(rows.map(({ line }) => line)).toEqual(expect.arrayContaining([4, 5]));
});
