import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { describe, expect, test } from "vitest";
import { instructionsAndTriggersOf } from "../../../src/engine/dockerfile/instructions.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import type { Configuration } from "../../../src/engine/lint/configuration.ts";
import { defaultConfiguration } from "../../../src/engine/lint/configuration.ts";
import { fixOf, lint } from "../../../src/engine/lint/lint.ts";
import { dockerfile, dockerfileRule } from "../../../src/engine/lint/rule.ts";
import unknownRuleIgnored from "../../../src/engine/rules/any/unknown-rule-ignored.ts";
import unusedIgnore from "../../../src/engine/rules/any/unused-ignore.ts";
import { say, textOf } from "../../../src/engine/text/message.ts";

const examples = [{ bad: "", good: "" }] as const;

/** Finds each "bad" that is written in an instruction, here documents included. */
const badWord = dockerfileRule({
	id: "bad-word",
	formerIds: ["old-bad-word"],
	peers: { hadolint: ["DL9001"], shellcheck: ["SC9001"], buildkit: ["BadWord"] },
	category: "practice",
	severity: "warning",
	title: "A bad word",
	why: ["It is bad."],
	examples,
	*check({ text, instructions }) {
		for (const { fullRange } of instructions) {
			for (const { index } of text.slice(fullRange.start, fullRange.end).matchAll(/(?<=\s)bad(?!\S)/g)) {
				yield { at: { start: fullRange.start + index, end: fullRange.start + index + 3 }, message: say`bad` };
			}
		}
	},
});
const anyUser = dockerfileRule({
	id: "any-user",
	category: "practice",
	severity: "info",
	title: "A user",
	why: ["It is one."],
	examples,
	*check(file) {
		for (const { range } of instructionsAndTriggersOf(file, "USER")) yield { at: range, message: say`user` };
	},
});
const syntaxError = dockerfileRule({
	id: "syntax-error",
	peers: { hadolint: ["DL1000"] },
	category: "correctness",
	severity: "error",
	title: "No Dockerfile",
	why: ["It does not build."],
	examples,
	*check(file) {
		for (const { at, message } of file.problems) yield { at, message: say`${message}`, refused: true };
	},
});
const rules = [badWord, anyUser, syntaxError, unusedIgnore, unknownRuleIgnored];
const strict: Configuration = { preset: "strict", rules: new Map(), ignore: [] };

/** "line:rule", or where a rule judges a comment "line:rule(name)". */
function lintOf(text: string, configuration: Configuration = defaultConfiguration): string[] {
	const { findings, faults } = lint(dockerfileLanguage, parse(text), rules, configuration);
	expect(faults).toEqual([]);
	const isJudge = (rule: string) => rule === unusedIgnore.id || rule === unknownRuleIgnored.id;
	return findings.map(({ at, rule }) => `${text.slice(0, at.start).split("\n").length}:${rule}${isJudge(rule) ? `(${text.slice(at.start, at.end)})` : ""}`);
}

test("without a comment all is reported", () => {
	expect(lintOf("FROM a\nRUN bad\nUSER x\n")).toEqual(["2:bad-word", "3:any-user"]);
});

describe("above an instruction", () => {
	test.each([
		"# hullwright ignore=bad-word",
		"# hullwright ignore=bad-word the reason, and more",
		"#hullwright  ignore = any-user , bad-word: why",
		"# Hullwright ignore=BAD-WORD",
		"# hullwright ignore=old-bad-word",
		"# hullwright ignore=DL9001",
		"# hullwright ignore=buildkit/BadWord",
		"# hullwright ignore=all",
		"# hadolint ignore=DL9001",
		"# hadolint ignore=DL3008,DL9001 # reason",
		"# hadolint ignore=SC9001",
		"  # hadolint ignore=DL3008, DL9001",
		"# tally ignore=buildkit/BadWord;reason=it is meant",
		"# check=skip=BadWord",
		"# check=skip=badword // reason",
		"# check=skip=StageNameCasing,BadWord;error=false",
		"# check=skip=all",
		"# check=error=true;skip=BadWord;experimental=all",
		"# check = skip = StageNameCasing , BadWord ; error = true",
		"# tally ignore=DL9001",
		"# tally ignore=hadolint/DL9001;reason=it is meant, and so on",
		"# tally ignore=shellcheck/SC9001, buildkit/BadWord ; reason=bad",
	])("%s", (comment) => {
		expect(lintOf(`FROM a\n${comment}\nRUN bad\n`).filter((line) => line.includes("bad-word"))).not.toContain("3:bad-word");
		expect(lintOf(`FROM a\n${comment}\nRUN bad\nRUN bad\n`), "the next instruction is reported").toContain("4:bad-word");
	});

	test.each([
		"# hullwright ignore",
		"# hullwright ignores=bad-word",
		"# ignore=bad-word",
		"# hadolint ignored=DL9001",
		"# check = skip",
		"# please hullwright ignore=bad-word",
		"# hullwright ignore=-bad-word",
		"# hullwright ignore=\nRUN echo\n# bad-word",
	])("not %j", (comment) => {
		expect(lintOf(`FROM a\n${comment}\nRUN bad\n`).join()).toMatch(/\d:bad-word/);
	});

	test("a name in tally's dialect is tally's, whether we know it or not", () => {
		expect(lintOf("FROM a\n# tally ignore=nobody-knows,bad-word\nRUN x\n")).toEqual([]);
		expect(lintOf("FROM a\nRUN bad\n# tally global ignore=bad-word\n")).toEqual([]);
		expect(lintOf("FROM a\n# hullwright ignore=nobody-knows\nRUN x\n")).toEqual(["2:unknown-rule-ignored(nobody-knows)"]);
	});

	test("comments on lines in a row add up, whatever stands between them", () => {
		expect(lintOf("FROM a\n# hullwright ignore=bad-word\n# plain\n# hadolint ignore=DL3008\nRUN bad\n")).toEqual([]);
		expect(lintOf("FROM a\n# hadolint ignore=DL9001\n# hadolint ignore=any-user\nONBUILD USER bad\n")).toEqual([]);
	});

	test("an empty line takes it away", () => {
		expect(lintOf("FROM a\n# hullwright ignore=bad-word\n\nRUN bad\n")).toEqual(["2:unused-ignore(bad-word)", "4:bad-word"]);
	});

	test("it is about all lines and here documents of the instruction", () => {
		expect(lintOf("FROM a\n# hullwright ignore=bad-word\nRUN <<A <<B bad \\\n  && bad\nbad\nA\nbad\nB\nRUN bad")).toEqual(["9:bad-word"]);
	});

	test("in a here document of a RUN it is about the next line of the script", () => {
		expect(lintOf("FROM a\nRUN <<A\n# hullwright ignore=bad-word\nbad\nbad\nA\n")).toEqual(["5:bad-word"]);
		expect(lintOf("FROM a\nRUN bash <<A && <<-B\n\t# hadolint ignore=DL9001\r\n# why\n\n  bad\nA\n\t# hullwright ignore=bad-word\n\tbad\n\tB\n")).toEqual([]);
		expect(lintOf("FROM a\n# hullwright ignore=any-user\nONBUILD RUN <<A\n# hullwright ignore=bad-word\nbad\nA\n")).toEqual(["2:unused-ignore(any-user)"]);
	});

	test("what it cannot be about is said", () => {
		expect(lintOf("FROM a\nRUN <<A\nbad\n# hullwright ignore=bad-word\nA\n")).toEqual(["3:bad-word", "4:unused-ignore(bad-word)"]);
		expect(lintOf("FROM a\nRUN <<A\n# hullwright file ignore=bad-word\nbad\nA\n")).toEqual(["3:unused-ignore(bad-word)", "4:bad-word"]);
	});

	test("what looks like a comment in the text of a file is none", () => {
		expect(lintOf("FROM a\nCOPY <<A /x\n# hullwright ignore=bad-word\nbad\nA\n")).toEqual(["4:bad-word"]);
	});

	test("Windows line ends and indentation", () => {
		expect(lintOf("\uFEFFFROM a\r\n\t# hullwright ignore=bad-word\r\n\tRUN bad\r\n")).toEqual([]);
	});
});

describe("between the lines of an instruction", () => {
	test.each(["hullwright ignore=bad-word", "hadolint ignore=DL9001", "check=skip=BadWord"])("%s is about the line below", (comment) => {
		expect(lintOf(`FROM a\nRUN bad \\\n  # ${comment}\n  bad \\\n  bad\n`)).toEqual(["2:bad-word", "5:bad-word"]);
	});

	test("before its keyword too", () => {
		expect(lintOf("FROM a\n\\\n# hullwright ignore=bad-word\nRUN bad \\\n  bad\n")).toEqual(["5:bad-word"]);
	});

	test("comments add up, and empty lines and other comments do not count", () => {
		expect(lintOf("FROM a\nONBUILD RUN a \\\n# hullwright ignore=bad-word\n# hadolint ignore=any-user\n\n# note\nbad \\\nbad\n")).toEqual([
			"4:unused-ignore(any-user)",
			"8:bad-word",
		]);
	});
});

describe("in the whole file", () => {
	test.each([
		"# hullwright file ignore=bad-word reason",
		"# hullwright global ignore=bad-word",
		"# hadolint global ignore=DL9001",
		"# tally global ignore=BadWord;reason=x",
	])("%s", (comment) => {
		expect(lintOf(`${comment}\nFROM a\nRUN bad\n`)).toEqual([]);
		expect(lintOf(`FROM a\nRUN bad\n\n${comment}\n`)).toEqual([]);
	});

	test.each([
		"# check=skip=BadWord",
		"# check=skip=bad-word",
		"#check = skip=StageNameCasing, bad-word ; error=true",
		"# check=error=true;skip=all",
		"# check=experimental=all;skip=BadWord",
	])("%s as a parser directive", (comment) => {
		expect(lintOf(`# syntax=docker/dockerfile:1\n${comment}\nFROM a\nRUN bad\n`)).toEqual([]);
	});

	test("a directive that stands too late is a comment above its instruction", () => {
		expect(lintOf("# note\n# check=skip=BadWord\nFROM bad\nRUN bad\n")).toEqual(["4:bad-word"]);
	});

	test("check=error=true makes errors of what BuildKit knows too", () => {
		const severities = (text: string) =>
			lint(dockerfileLanguage, parse(text), rules, defaultConfiguration).findings.map(({ rule, severity }) => `${rule} ${severity}`);
		expect(severities("# check=error=true\nFROM bad\nUSER x\n")).toEqual(["bad-word error", "any-user info"]);
		for (const comment of ["# check=skip=StageNameCasing;error=true", "# CHECK = error = TRUE ; experimental=all", "#check=error=1"])
			expect([comment, ...severities(`${comment}\nFROM bad\n`)]).toEqual([comment, "bad-word error"]);
		expect(severities("# check=error=false\nFROM bad\n")).toEqual(["bad-word warning"]);
		expect(severities("FROM bad\n# check=error=true\nUSER x\n")).toEqual(["bad-word warning", "any-user info"]);
	});

	test("all rules do not include that the file is broken", () => {
		expect(lintOf("# check=skip=all\nFROM a\nRUNN x\n")).toEqual([]);
		expect(lintOf("# check=skip=all\nFROM a\nRUN <<A\n")).toEqual(["3:syntax-error"]);
		expect(lintOf("# hullwright file ignore=syntax-error\nFROM a\nRUN <<A\n")).toEqual([]);
	});
});

describe("a name that stands for several rules", () => {
	const both = [
		{ ...badWord, peers: { trivy: ["DS-9001"], kics: ["0a1b2c3d"], dockerfilelint: ["bad_in_1.13"] } },
		{ ...anyUser, peers: { trivy: ["DS-9001"] } },
		unusedIgnore,
	];
	const found = (text: string) => lint(dockerfileLanguage, parse(text), both, strict).findings.map(({ rule }) => rule);

	test.each([
		["DS-9001", []],
		["trivy/ds-9001", []],
		["0a1b2c3d", ["any-user"]],
		["kics/0a1b2c3d: reason", ["any-user"]],
		["bad_in_1.13.", ["any-user"]],
	])("%s", (name, left) => {
		expect(found(`FROM a\n# hullwright ignore=${name}\nONBUILD USER bad\n`)).toEqual(left);
	});

	test("is of use where it ignores one of them, and of none where it ignores nothing", () => {
		expect(found("FROM a\n# hullwright ignore=DS-9001\nRUN bad\n")).toEqual([]);
		expect(
			lint(dockerfileLanguage, parse("FROM a\n# hullwright ignore=DS-9001\nRUN x\n"), both, strict).findings.map(({ message }) => textOf(message)),
		).toEqual(["`DS-9001` reports nothing here"]);
	});
});

describe("in a stage", () => {
	const stages = (comment: string) => `FROM bad\n${comment}\nFROM bad\nRUN bad\nFROM bad\n`;

	test.each(["# hadolint stage ignore=DL9001", "# hullwright stage ignore=bad-word"])("%s above FROM", (comment) => {
		expect(lintOf(stages(comment))).toEqual(["1:bad-word", "5:bad-word"]);
	});

	test("elsewhere it is about the stage that it stands in", () => {
		expect(lintOf("FROM bad\nRUN bad\n# hullwright stage ignore=bad-word\nRUN bad\nFROM bad\n")).toEqual(["5:bad-word"]);
	});

	test("before any FROM it is about nothing", () => {
		expect(lintOf("# hullwright stage ignore=bad-word\nARG bad\nFROM a\n")).toEqual(["1:unused-ignore(bad-word)", "2:bad-word"]);
	});
});

describe("comments that ignore nothing", () => {
	test("an unknown name is reported with what it may mean; another linter's is not", () => {
		expect(lintOf("FROM a\n# hullwright ignore=bad-wrd,SC2086,DL3008,JSONArgsRecommended,buildkit/New,any-user\nUSER x\n")).toEqual([
			"2:unknown-rule-ignored(bad-wrd)",
		]);
		const [finding] = lint(dockerfileLanguage, parse("FROM a\n# hullwright ignore=bad-wrd\nUSER x\n"), rules, defaultConfiguration).findings;
		expect(finding && textOf(finding.message)).toBe("No rule is named `bad-wrd`; did you mean `bad-word`?");
	});

	test("a comment of ours without a name is reported", () => {
		expect(lintOf("FROM a\n# hullwright ignore\nRUN x\n")).toEqual(["2:unknown-rule-ignored(# hullwright ignore)"]);
	});

	test("a name that is of no use is reported, another linter's only in strict, and one whose rule is off never", () => {
		const text = "FROM a\n# hullwright ignore=bad-word,any-user\nUSER x\n# hadolint ignore=DL9001,SC2086\nRUN x\n";
		expect(lintOf(text)).toEqual(["2:unused-ignore(bad-word)"]);
		expect(lintOf(text, strict)).toEqual(["2:unused-ignore(bad-word)", "4:unused-ignore(DL9001)"]);
		expect(lintOf(text, { rules: new Map([["bad-word", { severity: "off" }]]), ignore: [] })).toEqual([]);
	});

	test("of two that ignore the same in different places both are of use", () => {
		expect(lintOf("# hullwright file ignore=bad-word\nFROM a\n# hullwright ignore=bad-word\nRUN bad\n")).toEqual([]);
	});

	test("reports about a comment can be ignored too", () => {
		expect(lintOf("FROM a\n# hullwright ignore=bad-word,unused-ignore for later\nUSER x\n")).toEqual(["3:any-user"]);
		expect(lintOf("# hullwright file ignore=unused-ignore\nFROM a\n# hullwright ignore=bad-word\nRUN x\n")).toEqual([]);
	});

	test.each([
		["FROM a\n# hullwright ignore=bad-word\nRUN x\n", "FROM a\nRUN x\n"],
		["FROM a\r\n  # hullwright ignore=bad-word reason\r\nRUN x\r\n", "FROM a\r\nRUN x\r\n"],
		["FROM a\n# hullwright ignore=any-user, bad-word reason\nUSER x\n", "FROM a\n# hullwright ignore=any-user reason\nUSER x\n"],
		["FROM a\n# hullwright ignore=bad-word,any-user reason\nUSER x\n", "FROM a\n# hullwright ignore=any-user reason\nUSER x\n"],
		["# check=skip=bad-word;error=true\nFROM a\n", "# check=error=true\nFROM a\n"],
		["# check=error=true;skip=bad-word\nFROM a\n", "# check=error=true\nFROM a\n"],
		["\uFEFF# check=skip=bad-word\nFROM a\n", "\uFEFFFROM a\n"],
		["FROM a\n# hullwright file ignore=bad-word", "FROM a\n"],
	])("the fix of %j", (text, fixed) => {
		const [finding] = lint(dockerfileLanguage, parse(text), rules, defaultConfiguration).findings;
		expect(finding?.rule).toBe("unused-ignore");
		const [edit] = (finding && fixOf(finding)?.edits) ?? [];
		expect(text.slice(0, edit?.start) + text.slice(edit?.end)).toBe(fixed);
	});
});

test("a long file with an ignore comment on each line is linted within the time of a test", () => {
	const text = dockerfile`
		# hullwright ignore=bad-word
		RUN bad
		# hullwright stage ignore=any-user
	`.repeat(20_000);
	expect(lint(dockerfileLanguage, parse(`FROM a\n${text}`), rules, defaultConfiguration).findings.length).toBe(20_000);
});
