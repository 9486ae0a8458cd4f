import { describe, expect, test, vi } from "vitest";
import { say } from "../../src/engine/text/message.ts";
import { gather } from "../../src/files/gather.ts";
import { createDisk } from "../../src/files/disk.ts";
import { folderWith, hosts } from "./hosts.ts";

/** A rule that looks at the file which the build context leaves out. */
vi.mock("../../src/engine/rules/index.ts", async () => {
	const { dockerfileRule } = await import("../../src/engine/lint/rule.ts");
	const rule = dockerfileRule({
		id: "secret-in-context",
		category: "correctness",
		severity: "warning",
		title: "A secret gets into the build",
		why: [],
		examples: [{ bad: "FROM debian\n", good: "" }],
		*check(file, { files }) {
			const ignored = files.text(".dockerignore");
			const at = file.instructions[0]?.range;
			if (at && files.list(".")?.includes(".env") && ignored !== undefined && !ignored.split(/\r?\n/).includes(".env"))
				yield { at, message: say`.env gets in` };
		},
	});
	return { rules: [rule] };
});

describe.each(hosts)("%s", (_, lint) => {
	test.each([
		["nothing is found where nothing is known", {}, false],
		["a file beside the linted one is read", { "a/.dockerignore": "*.pyc\n", "a/.env": "" }, true],
		["what it says counts", { "a/.dockerignore": "*.pyc\r\n.env\r\n", "a/.env": "" }, false],
		["one in another folder is not meant", { ".dockerignore": "*.pyc\n", "a/.env": "" }, false],
		["a folder of that name is no file", { "a/.dockerignore": { isFolder: true }, "a/.env": "" }, false],
	] as const)("%s", async (__, files, isFound) => {
		const told = await lint(folderWith({ ...files, "a/Dockerfile": "FROM debian:12\nUSER 1000\n" }), "a/Dockerfile");

		expect(Object.keys(told.found)).toEqual(isFound ? ["secret-in-context"] : []);
	});
});

describe("gathering", () => {
	const disk = createDisk();

	test("goes on until nothing more is wanted", () => {
		const folder = folderWith({ one: "two", two: "sub/three", "sub/three": "the end" });
		const { result, paths } = gather(
			(files) => [files.text("one")].map((next) => next && files.text(next)).map((next) => next && files.text(next)),
			`${folder}/Dockerfile`,
			disk,
		);

		expect(result).toEqual(["the end"]);
		expect(paths.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/"))).toEqual(["one", "two", "sub/three"]);
	});

	test("a path has one meaning however it is written", () => {
		const folder = folderWith({ "a/b": "text", top: "above" });
		const { result, paths } = gather(
			(files) => [files.text("b"), files.text("./c/../b"), files.text("../top"), files.list("")?.length, files.list(".")?.slice()],
			`${folder}/a/Dockerfile`,
			disk,
		);

		expect(result).toEqual(["text", "text", "above", 1, ["b"]]);
		expect(paths).toHaveLength(3);
	});

	test.each(["/etc/passwd", "\\\\server\\share", "C:/x", "a\0b"])("nothing is looked for at %j", (path) => {
		const { result, paths } = gather((files) => [files.text(path), files.list(path)], `${folderWith({})}/Dockerfile`, disk);

		expect({ result, paths }).toEqual({ result: [undefined, undefined], paths: [] });
	});

	test("asks but once, whatever is found", () => {
		let asked = 0;
		const { paths } = gather((files) => files.text(`file-${asked++}`), `${folderWith({})}/Dockerfile`, disk);

		expect(asked).toBe(1);
		expect(paths).toHaveLength(1);
	});

	test("reads no more than so many files", () => {
		const names = Array.from({ length: 1000 }, (_, index) => `file-${index}`);
		const { result, paths } = gather((files) => names.map((name) => files.text(name)), `${folderWith({ "file-999": "" })}/Dockerfile`, disk);

		expect(paths).toHaveLength(500);
		expect(result.at(-1)).toBeUndefined();
	});

	test("knows nothing of a document that is in no folder", () => {
		expect(gather((files) => [files.text("a"), files.list(".")], undefined, disk)).toEqual({ result: [undefined, undefined], paths: [] });
	});
});
