import { describe, expect, test } from "vitest";
import { createEffect } from "../../../src/engine/dockerignore/effect.ts";
import { parseDockerignore } from "../../../src/engine/dockerignore/patterns.ts";
import { patternCompletions, patternCursorAt } from "../../../src/engine/language/dockerignore/completion.ts";
import { dockerignoreLanguage } from "../../../src/engine/language/dockerignore/dockerignore-language.ts";
import { patternAt, patternHover } from "../../../src/engine/language/dockerignore/hover.ts";
import { ignoreOnLine } from "../../../src/engine/lint/ignore-edits.ts";
import { applyEdits } from "../../../src/engine/text/text.ts";

/** The text without the mark ‸, and where that stood. */
function marked(text: string): { readonly file: ReturnType<typeof parseDockerignore>; readonly offset: number } {
	const offset = text.indexOf("‸");
	return { file: parseDockerignore(text.replace("‸", "")), offset };
}

/** Each file has as many bytes as it is said to have. */
const files = { "a.log": 1200, "keep.log": 34, "logs/b.log": 5, "logs/keep.txt": 6, "src/main.ts": 1_500_000 };

function hover(text: string): string | undefined {
	const { file, offset } = marked(text);
	const pattern = patternAt(file, offset);
	if (!pattern) return undefined;
	const { add, effect } = createEffect(file, pattern);
	for (const folder of ["logs", "src"]) add({ path: folder, isFolder: true, bytes: 0 });
	for (const [path, bytes] of Object.entries(files)) add({ path, isFolder: false, bytes });
	return patternHover(file, pattern, { effect, isWhole: true }, undefined).markdown;
}

describe("what a pattern does", () => {
	test("it leaves out files, and a later one takes some back", () => {
		expect(hover("*.lo‸g\n!keep.log\n")).toBe(
			[
				"Leaves out of the build: what fits `*.log`, seen from the build's folder, and all that is in it.",
				"- leaves out 1 file (1.2 kB)\n- taken back by line 2, `!keep.log`: 1 file (34 B)\n- sent to the builder in all: 4 files (1.5 MB) of 5 files (1.5 MB)",
				"For example: `a.log`",
			].join("\n\n"),
		);
	});
	test("a folder, and an exception below it", () => {
		expect(hover("logs‸\n!logs/*.txt\n")).toContain("- leaves out 1 file (5 B)\n- taken back by line 2, `!logs/*.txt`: 1 file (6 B)");
		expect(hover("logs\n!logs/*.txt‸\n")).toContain("- keeps 1 file (6 B)");
	});
	test("an earlier one leaves it out already, a later one again", () => {
		expect(hover("**/*.log\nlogs/b‸.log\n")).toContain("- left out already by line 1, `**/*.log`: 1 file (5 B)");
		expect(hover("*\n!src/mai‸n.ts\n**/*.ts\n")).toContain("- left out again by line 3, `**/*.ts`: 1 file (1.5 MB)");
	});
	test("nothing is there", () => {
		expect(hover("dist‸\n")).toContain("- fits nothing that is there");
		expect(hover("# dist‸\n")).toBeUndefined();
	});
});

const entries = [
	{ name: ".git", isFolder: true },
	{ name: "a.log", isFolder: false },
	{ name: "src", isFolder: true },
];

function completed(text: string): { readonly folder: string | undefined; readonly results: readonly string[] } | undefined {
	const { file, offset } = marked(text);
	const cursor = patternCursorAt(file, offset);
	const found = cursor && patternCompletions(file, cursor, entries);
	const results = found?.map(({ label, text: inserted = label, range, rank }) => `${rank} ${applyEdits(file.text, [{ ...range, text: inserted }])}`) ?? [];
	return cursor && { folder: cursor.folder, results };
}

describe("completion", () => {
	test("an empty line", () => {
		const { folder, results = [] } = completed("*.log\n‸\nsrc\n") ?? {};
		expect(folder).toBe("");
		expect(results).toEqual(expect.arrayContaining(["1 *.log\n.git\nsrc\n", "3 *.log\na.log\nsrc\n", "2 *.log\n!\nsrc\n", "4 *.log\n.env\nsrc\n"]));
	});
	test("a word that is begun is replaced, up to the end of the line", () => {
		expect(completed("src/ol‸d\r\nb\r\n")).toMatchObject({ folder: "src", results: expect.arrayContaining(["1 src/a.log\r\nb\r\n"]) });
		expect(completed("**/‸")).toMatchObject({ folder: "", results: expect.arrayContaining(["1 **/src"]) });
	});
	test("what an exception could keep comes first", () => {
		expect(completed("*\n!‸")?.results.slice(0, 3)).toEqual(["1 *\n!.git", "1 *\n!a.log", "1 *\n!src"]);
	});
	test("nobody knows which folder, and comments are words", () => {
		expect(completed("*/‸")).toMatchObject({ folder: undefined });
		expect(completed("../‸")).toMatchObject({ folder: undefined });
		expect(completed("# ‸")).toBeUndefined();
	});
});

describe("ignore comments", () => {
	const ignored = (text: string): readonly string[] =>
		dockerignoreLanguage.ignoreComments(dockerignoreLanguage.parse(text)).map(({ range }) => (range ? text.slice(range.start, range.end) : "-"));
	test("a comment is about the pattern below it and below the comments that follow", () => {
		expect(ignored("# hullwright ignore=a\n# why\n!b\nc\n")).toEqual(["!b"]);
		expect(ignored("# hullwright ignore=a\n\nb\n")).toEqual(["-"]);
		expect(ignored("\uFEFF# hullwright ignore=a\r\nb\r\n")).toEqual(["b"]);
		expect(ignored("# hullwright ignore=a\n[\n")).toEqual(["["]);
		expect(ignored("b\n# hullwright ignore=a")).toEqual(["-"]);
	});
	test("a line is ignored by a comment above", () => {
		const file = dockerignoreLanguage.parse("a\n# why\nb\n");
		const edit = ignoreOnLine(dockerignoreLanguage, file, { rule: "some-rule", aliases: [], at: { start: 8, end: 9 } });
		expect(edit && applyEdits(file.text, [edit])).toBe("a\n# why\n# hullwright ignore=some-rule\nb\n");
	});
});
