import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { expect, test } from "vitest";
import { packedPage } from "../scripts/packed-page.mjs";

const packed = (await listFiles({ packageManager: PackageManager.None })).map((file) => file.replaceAll("\\", "/"));
const linksOf = (text: string): string[] => [...text.replace(/```[^]*?```/g, "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
const isFile = (target: string): boolean => !/^(?:[a-z]+:|#)/.test(target);

test.each(packed.filter((file) => /^docs\/.*\.md$/.test(file)))("each link of the packed %s leads to a packed file", (page) => {
	const targets = linksOf(readFileSync(page, "utf8"))
		.filter(isFile)
		.map((target) => join(dirname(page), target.replace(/#.*/, "")).replaceAll("\\", "/"));
	expect(targets).not.toEqual([]);
	expect(targets.filter((target) => !packed.includes(target))).toEqual([]);
});

test.each(["README.md", "CHANGELOG.md"])("%s in the extension needs no file beside it", (name) => {
	const page = packedPage(readFileSync(name, "utf8"));
	expect(linksOf(page).filter((target) => isFile(target))).toEqual([]);
	expect(page).not.toMatch(/!\[|<img|\]:\s*\S/);
});

test("pictures are taken out, links to files are text, and links to elsewhere stay", () => {
	const page = "One.\n\n![A picture](a.png)\n\n[all rules](docs/README.md#top) [here](#there) [licence](https://example.com)\n";
	expect(packedPage(page)).toBe("One.\n\nall rules here [licence](https://example.com)\n");
});

test("the extension's page begins with what it does", () => {
	const headings = [...readFileSync("README.md", "utf8").matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
	expect(headings[0]).toBe("What it does");
	expect(headings.findIndex((heading) => /clone|change/i.test(heading ?? ""))).toBe(headings.length - 1);
});

test("what is packed is what the extension needs", () => {
	expect(
		packed.filter(
			(file) =>
				!/^(?:dist|docs\/rules|l10n|media|schemas|syntaxes|out\/package)\/|^(?:package[\w.-]*\.json|README\.md|LICENSE|THIRD-PARTY-NOTICES\.md)$/.test(file),
		),
	).toEqual([]);
});
