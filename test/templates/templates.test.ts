import { dockerfileLanguage } from "../../src/engine/language/dockerfile/dockerfile-language.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parse as parseDockerfile } from "../../src/engine/dockerfile/parse.ts";
import { presetNames } from "../../src/engine/lint/presets.ts";
import type { Configuration } from "../../src/engine/lint/configuration.ts";
import { lint } from "../../src/engine/lint/lint.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { filesToRead, findProjects, hardenedDockerfiles, render, templateIds, type Files } from "../../src/engine/scaffold/scaffold.ts";
import { textOf } from "../../src/engine/text/message.ts";

const variants = templateIds.flatMap((id) =>
	readdirSync(join(import.meta.dirname, id)).map((name) => ({ id, name, folder: join(import.meta.dirname, id, name) })),
);

test.each(variants)("$id/$name: what is written for its project", async ({ id, folder }) => {
	const files = read(join(folder, "project"));
	expect(findProjects(files.paths)[0]).toMatchObject({ id, folder: "" });
	const rendered = render(id, files, {});
	if ("refused" in rendered) throw new Error(JSON.stringify(rendered.refused));

	for (const [path, text] of Object.entries(rendered.files)) {
		expect(text, "no blank line of Handlebars' is left").not.toMatch(/\n\n\n|^\n|\n\n$|[ \t]\n/);
		await expect(text).toMatchFileSnapshot(join(folder, path));
	}
	await expect(rendered.notes.map((note) => `${textOf(note)}\n`).join("")).toMatchFileSnapshot(join(folder, "notes.txt"));
	expect(Object.keys(parse(rendered.files["compose.yaml"] ?? "").services)).toEqual(["app"]);
});

test.each(variants)("$id/$name: our own rules find nothing in its Dockerfile, the strict ones neither", ({ id, folder }) => {
	const rendered = render(id, read(join(folder, "project")), {});
	if ("refused" in rendered) throw new Error(JSON.stringify(rendered.refused));
	expect(withoutTaste(findings(rendered.files["Dockerfile"] ?? ""))).toEqual([]);
});

test("a hardened Dockerfile for an empty one", async () => {
	expect(hardenedDockerfiles().map(({ title }) => textOf(title))).toEqual(["Insert Hardened Python Dockerfile"]);
	for (const { text } of hardenedDockerfiles()) {
		await expect(text).toMatchFileSnapshot("hardened.Dockerfile");
		expect(withoutTaste(findings(text))).toEqual([]);
	}
});

test("the rules do find something where there is something", () => {
	expect(findings("FROM python:latest\nMAINTAINER Jo\n").length).toBeGreaterThan(0);
});

/** The mirrors of Debian keep no old versions, so a template that names one would soon not build; and its packages are few. */
const notForTemplates: Configuration["rules"] = new Map(["apt-get-unpinned-package", "package-download-uncached"].map((id) => [id, { severity: "off" }]));

function findings(text: string): readonly string[] {
	return presetNames.flatMap((preset) => {
		const result = lint(dockerfileLanguage, parseDockerfile(text), rules, { preset, rules: notForTemplates, ignore: [] });
		expect(result.faults).toEqual([]);
		return result.findings.map(({ rule, message, at }) => `${preset}: ${rule}: ${textOf(message)}: ${text.slice(at.start, at.end)}`);
	});
}

/** A template has no network to ask for a digest, which changes with every release besides; and its comments are sentences for people. */
const withoutTaste = (all: readonly string[]): readonly string[] =>
	all.filter((finding) => !/: (?:from-missing-digest|description-without-name): /.test(finding));

function read(folder: string): Files {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = entries
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll("\\", "/"),
		)
		.toSorted();
	return { paths, texts: new Map(filesToRead("python", paths).map((path) => [path, readFileSync(join(folder, path), "utf8")])) };
}
