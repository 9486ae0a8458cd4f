import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { ignoreForReason, ignoreInFile, ignoreOnLine } from "../../../src/engine/lint/ignore-edits.ts";
import { applyEdits, insert } from "../../../src/engine/text/text.ts";

/** `|` is where the finding begins. */
function ignored(marked: string, edit: typeof ignoreOnLine, aliases: readonly `DL${number}`[] = []): string | undefined {
	const offset = marked.indexOf("|");
	const text = marked.replace("|", "");
	const change = edit(dockerfileLanguage, parse(text), { rule: "some-rule", aliases, at: { start: offset, end: offset } });
	return change && applyEdits(text, [change]);
}

describe("on this line", () => {
	test.each([
		["a comment goes above the instruction", "FROM a\nRUN |x\n", "FROM a\n# hullwright ignore=some-rule\nRUN x\n"],
		["at the top of the file", "|FROM a\n", "# hullwright ignore=some-rule\nFROM a\n"],
		["with the instruction's indentation", "FROM a\n \tRUN |x", "FROM a\n \t# hullwright ignore=some-rule\n \tRUN x"],
		["above the first of several lines", "FROM a\nRUN x \\\n  |y\n", "FROM a\n# hullwright ignore=some-rule\nRUN x \\\n  y\n"],
		["above lines with nothing but a continuation", "FROM a\n\\\n  |RUN x\n", "FROM a\n# hullwright ignore=some-rule\n\\\n  RUN x\n"],
		["above a here document", "FROM a\nRUN <<A\n|x\nA\n", "FROM a\n# hullwright ignore=some-rule\nRUN <<A\nx\nA\n"],
		["with Windows line ends", "FROM a\r\nRUN |x\r\n", "FROM a\r\n# hullwright ignore=some-rule\r\nRUN x\r\n"],
		["after a byte order mark", "\uFEFF|FROM a\n", "\uFEFF# hullwright ignore=some-rule\nFROM a\n"],
		["after parser directives", "# syntax=a\n# check=skip=B\nFROM |a\n", "# syntax=a\n# check=skip=B\n# hullwright ignore=some-rule\nFROM a\n"],
		["below a comment", "# note\nFROM |a\n", "# note\n# hullwright ignore=some-rule\nFROM a\n"],
		["for a finding in the comment above", "# |note\nFROM a\n", "# note\n# hullwright ignore=some-rule\nFROM a\n"],
		[
			"into the comment of ours, whose reason stays",
			"# hullwright ignore=other the reason\nFROM |a\n",
			"# hullwright ignore=other,some-rule the reason\nFROM a\n",
		],
		[
			"into it with its spaces",
			"# hullwright ignore=other, another: why\n# note\nFROM |a\n",
			"# hullwright ignore=other, another, some-rule: why\n# note\nFROM a\n",
		],
		[
			"not into one for the file or the stage",
			"# hullwright file ignore=b\n# hullwright stage ignore=b\nFROM |a\n",
			"# hullwright file ignore=b\n# hullwright stage ignore=b\n# hullwright ignore=some-rule\nFROM a\n",
		],
		["not into one that an empty line takes away", "# hullwright ignore=b\n\nFROM |a\n", "# hullwright ignore=b\n\n# hullwright ignore=some-rule\nFROM a\n"],
		["not into one that names nothing", "# hullwright ignore\nFROM |a\n", "# hullwright ignore\n# hullwright ignore=some-rule\nFROM a\n"],
		[
			"above hadolint's comment, which must stay next to the instruction",
			"FROM a\n# hadolint ignore=DL3008\nRUN |x\n",
			"FROM a\n# hullwright ignore=some-rule\n# hadolint ignore=DL3008\nRUN x\n",
		],
		["above BuildKit's", "FROM a\n  # check=skip=B\nRUN |x\n", "FROM a\n  # hullwright ignore=some-rule\n  # check=skip=B\nRUN x\n"],
	])("%s", (_, text, expected) => {
		expect(ignored(text, ignoreOnLine)).toBe(expected);
	});

	test("into hadolint's comment by hadolint's name", () => {
		expect(ignored("# hadolint ignore=DL3008 # why\nFROM |a\n", ignoreOnLine, ["DL9001"])).toBe("# hadolint ignore=DL3008,DL9001 # why\nFROM a\n");
		expect(ignored("# hullwright ignore=b\n# hadolint ignore=DL3008\nFROM |a\n", ignoreOnLine, ["DL9001"])).toBe(
			"# hullwright ignore=b,some-rule\n# hadolint ignore=DL3008\nFROM a\n",
		);
	});

	test.each(["# |syntax=a\nFROM a\n", "# |note\n\nFROM a\n", "FROM a\n# |note\n", "|", "# note\n|"])("not where there is no instruction: %j", (text) => {
		expect(ignored(text, ignoreOnLine)).toBeUndefined();
	});
});

describe("for a reason", () => {
	/** `_` is where the reason goes. */
	const forReason: typeof ignoreOnLine = (...of) => {
		const found = ignoreForReason(...of);
		return found && insert(found.start, `${found.before}_${found.after}`);
	};

	test.each([
		["a comment goes above the instruction", "FROM a\n  RUN |x\n", "FROM a\n  # hullwright ignore=some-rule _\n  RUN x\n"],
		["with Windows line ends", "FROM a\r\nRUN |x\r\n", "FROM a\r\n# hullwright ignore=some-rule _\r\nRUN x\r\n"],
		[
			"of its own, for the other rule has another reason",
			"# hullwright ignore=other because\nFROM |a\n",
			"# hullwright ignore=other because\n# hullwright ignore=some-rule _\nFROM a\n",
		],
		["above hadolint's", "# hadolint ignore=DL3008\nFROM |a\n", "# hullwright ignore=some-rule _\n# hadolint ignore=DL3008\nFROM a\n"],
	])("%s", (_, text, expected) => {
		expect(ignored(text, forReason, ["DL9001"])).toBe(expected);
	});

	test("not where there is no instruction", () => {
		expect(ignored("# |note\n\nFROM a\n", forReason)).toBeUndefined();
	});
});

describe("in this file", () => {
	test.each([
		["at the top", "FROM a\nRUN |x\n", "# hullwright file ignore=some-rule\nFROM a\nRUN x\n"],
		["above other comments", "# note\nFROM |a\n", "# hullwright file ignore=some-rule\n# note\nFROM a\n"],
		["after parser directives", "# syntax=a\n# escape=`\n# note\nFROM |a\n", "# syntax=a\n# escape=`\n# hullwright file ignore=some-rule\n# note\nFROM a\n"],
		["after one that stands twice", "# escape=`\n# escape=`\nFROM |a\n", "# escape=`\n# escape=`\n# hullwright file ignore=some-rule\nFROM a\n"],
		["after a directive without a line end", "# |syntax=a", "# syntax=a\n# hullwright file ignore=some-rule"],
		["after #!", "#!/usr/bin/env builder\nFROM |a\n", "#!/usr/bin/env builder\n# hullwright file ignore=some-rule\nFROM a\n"],
		[
			"after a byte order mark, with Windows line ends",
			"\uFEFF# syntax=a\r\nFROM |a\r\n",
			"\uFEFF# syntax=a\r\n# hullwright file ignore=some-rule\r\nFROM a\r\n",
		],
		["in an empty file", "|", "# hullwright file ignore=some-rule\n"],
		["above an empty line", "\n\nFROM |a\n", "# hullwright file ignore=some-rule\n\n\nFROM a\n"],
		["into the comment of ours, wherever it stands", "FROM |a\n# hullwright global ignore=b why\n", "FROM a\n# hullwright global ignore=b,some-rule why\n"],
		["not into one for an instruction", "# hullwright ignore=b\nFROM |a\n", "# hullwright file ignore=some-rule\n# hullwright ignore=b\nFROM a\n"],
		[
			"not into hadolint's without a name of hadolint's",
			"# hadolint global ignore=DL3008\nFROM |a\n",
			"# hullwright file ignore=some-rule\n# hadolint global ignore=DL3008\nFROM a\n",
		],
	])("%s", (_, text, expected) => {
		expect(ignored(text, ignoreInFile)).toBe(expected);
	});

	test("into hadolint's comment by hadolint's name", () => {
		expect(ignored("# hadolint global ignore=DL3008 # why\nFROM |a\n", ignoreInFile, ["DL9001"])).toBe(
			"# hadolint global ignore=DL3008,DL9001 # why\nFROM a\n",
		);
	});
});
