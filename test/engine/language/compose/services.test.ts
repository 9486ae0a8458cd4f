import { describe, expect, test } from "vitest";
import { parse } from "../../../../src/engine/compose/parse.ts";
import { loadProject } from "../../../../src/engine/compose/project.ts";
import { hardenedServices } from "../../../../src/engine/language/compose/services/hardened-services.ts";
import { insertService } from "../../../../src/engine/language/compose/services/insert-service.ts";
import { composeLanguage } from "../../../../src/engine/language/compose/compose-language.ts";
import { defaultConfiguration } from "../../../../src/engine/lint/configuration.ts";
import { lint } from "../../../../src/engine/lint/lint.ts";
import { rules } from "../../../../src/engine/rules/index.ts";
import { textOf } from "../../../../src/engine/text/message.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

/** The text after the service was taken for the word in front of `‸`. */
function insert(marked: string, name: string): string {
	const [before = "", after = ""] = marked.split("‸");
	const start = before.length - (/[\w-]*$/.exec(before)?.[0].length ?? 0);
	const service = hardenedServices.find((each) => each.name === name);
	const inserted = service && insertService(parse(before + after), { start, end: before.length }, service);
	return inserted ? applyEdits(before + after, [{ start, end: before.length, text: inserted.text }, ...inserted.also]) : "nothing";
}

const path = "/shop/compose.yaml";
const projectOf = (text: string) =>
	loadProject(
		{ paths: [path], folder: "/shop", environment: () => undefined, profiles: [], name: undefined },
		{
			home: undefined,
			isAbsent: () => true,
			text: (each) => (each === path ? text : undefined),
		},
	);

test("there are at least twenty, each of its own name", () => {
	expect(new Set(hardenedServices.map(({ name }) => name)).size).toBe(hardenedServices.length);
	expect(hardenedServices.length).toBeGreaterThanOrEqual(20);
});

describe.each(hardenedServices.map(({ name }) => name))("%s", (name) => {
	const once = insert("services:\n  pos‸\n", name);
	const twice = insert(once.replace(/^services:\n/, "services:\n  again‸\n"), name);

	test("is taken by Compose, once and twice", () => {
		for (const [text, count] of [
			[once, 1],
			[twice, 2],
		] as const) {
			const { refusals, plain } = projectOf(text);
			expect(refusals.map(({ message }) => textOf(message))).toEqual([]);
			expect(Object.keys((plain as { readonly services: object }).services)).toHaveLength(count);
		}
	});

	test("has nothing that we find", () => {
		const { findings } = lint(composeLanguage, composeLanguage.parse(twice), rules, defaultConfiguration);
		expect(findings.map(({ rule, message }) => `${rule}: ${textOf(message)}`)).toEqual([]);
	});
});

test("what it needs goes to the sections that are there, and has a name of its own", () => {
	const text = "services:\n  web:\n    image: nginx\n  redis‸\n\nvolumes:\n  redis-data: # ours\n";
	expect(insert(text, "redis")).toMatch(
		/^services:\n {2}web:\n {4}image: nginx\n {2}redis-2:\n {4}image: redis:8\n[^]*- redis-2-data:\/data\n[^]*\n\nvolumes:\n {2}redis-data: # ours\n {2}redis-2-data:\n$/,
	);
});

test("sections in braces take what it needs, as Compose reads them", () => {
	const inserted = insert("volumes: {a: , b: {}}\nsecrets: {\n  c: {file: ./c},\n}\nservices:\n  postgres‸\n", "postgres");
	expect(inserted).toContain("volumes: {a: , b: {}, postgres-data: }\n");
	expect(inserted).toContain("  c: {file: ./c}, postgres-password: { file: ./secrets/postgres-password.txt },\n}\n");
});

test("new sections stand before the end of the document, indented as the file is", () => {
	expect(insert("services:\n    web:\n        image: nginx\n    redis‸\n...\n", "redis")).toMatch(
		/\n {16}max-file: "3"\n\nvolumes:\n {4}redis-data:\n\.\.\.\n$/,
	);
});

test("sections stand where those of a file do that is indented as a whole", () => {
	const web = "  services:\n    web:\n      image: nginx\n    postgres‸\n";
	expect(insert(web, "postgres")).toMatch(
		/\n\n {2}volumes:\n {4}postgres-data:\n\n {2}secrets:\n {4}postgres-password:\n {6}file: \.\/secrets\/postgres-password\.txt\n$/,
	);
	const empty = insert(`  volumes:\n${web}`, "postgres");
	expect(empty).toMatch(/^ {2}volumes:\n {4}postgres-data:\n {2}services:/);
	expect(projectOf(empty).refusals).toEqual([]);
});

test("CRLF and other indentation stay", () => {
	const inserted = insert("services:\r\n    redis‸\r\n", "redis");
	expect(inserted.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
	expect(inserted).toContain("\r\n        image: redis:8\r\n");
});
