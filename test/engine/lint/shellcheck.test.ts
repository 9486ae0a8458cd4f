import { describe, expect, test } from "vitest";
import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { shellScriptsOf } from "../../../src/engine/language/dockerfile/shell-scripts.ts";
import { type Configuration, onlyRules, readConfiguration } from "../../../src/engine/lint/configuration.ts";
import { readHadolintConfiguration } from "../../../src/engine/lint/hadolint-configuration.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import { namedBy } from "../../../src/engine/lint/peer-view.ts";
import { dockerfileRule } from "../../../src/engine/lint/rule.ts";
import { parseShellcheck, type ShellcheckComment, type ShellcheckProblem, shellcheckProblems } from "../../../src/engine/lint/shellcheck.ts";
import unusedIgnore from "../../../src/engine/rules/any/unused-ignore.ts";
import { say, textOf } from "../../../src/engine/text/message.ts";

/** Our own rule for a code: finds each `$bad`. */
const ownRule = dockerfileRule({
	id: "bad-variable",
	peers: { shellcheck: ["SC2086"] },
	category: "practice",
	severity: "warning",
	title: "A bad variable",
	why: [],
	examples: [{ bad: "", good: "" }],
	*check({ text }) {
		for (const { index } of text.matchAll(/\$bad\b/g)) yield { at: { start: index, end: index + 4 }, message: say`bad` };
	},
});
const rules = [ownRule, unusedIgnore];

/** A comment on each stretch of a script that the pattern matches, as ShellCheck counts: lines, and columns in characters. */
function commentsOn(script: string, pattern: RegExp, code = 2086, level = "info"): ShellcheckComment[] {
	return [...script.matchAll(pattern)].map(({ 0: found, index }) => {
		const place = (offset: number) => {
			const before = script.slice(0, offset).split("\n");
			return [before.length, [...(before.at(-1) ?? "")].length + 1] as const;
		};
		const [[line, column], [endLine, endColumn]] = [place(index), place(index + found.length)];
		return { line, column, endLine, endColumn, level, code, message: `about ${found}` };
	});
}

function answerFor(text: string, pattern: RegExp, code?: number, level?: string): readonly ShellcheckProblem[] {
	return shellScriptsOf(parse(text)).flatMap((script) => shellcheckProblems(script, commentsOn(script.text, pattern, code, level)));
}

describe("the scripts of a Dockerfile", () => {
	test.each([
		["RUN echo a", ["dash echo a"]],
		["RUN echo \\\n  # why\n  a", ["dash echo   a"]],
		["RUN <<EOF\necho a\nEOF", ["dash echo a\n"]],
		["RUN cat <<EOF\na\nEOF", ["dash cat <<EOF\na\nEOF"]],
		["RUN <<EOF\n#!/bin/bash\necho a\nEOF", ["bash #!/bin/bash\necho a\n"]],
		["RUN <<EOF\n#!/usr/bin/python3\nprint()\nEOF", []],
		['SHELL ["/bin/bash", "-c"]\nRUN [[ a ]]', ["bash [[ a ]]"]],
		['SHELL ["/bin/zsh", "-c"]\nRUN echo a', []],
		['SHELL ["pwsh", "-c"]\nRUN echo a', []],
		['RUN ["echo", "a"]', []],
		["CMD ['a', 'b']\nRUN [ 'a', 'b' ]\nHEALTHCHECK CMD [a, b]", []],
		['RUN [ "$a" ] && b\nRUN [[ -f a ]]\nCMD [ -n "$a" ]', ['dash [ "$a" ] && b', "dash [[ -f a ]]", 'dash [ -n "$a" ]']],
		["ONBUILD RUN echo a", ["dash echo a"]],
		["HEALTHCHECK CMD curl localhost\nENTRYPOINT exec a\nCMD b", ["dash curl localhost", "dash exec a", "dash b"]],
		["LABEL a=b", []],
		["FROM alpine:3.20\nRUN echo a", ["busybox echo a"]],
		["FROM fedora:41\nRUN echo a", ["bash echo a"]],
		["FROM example.com/own\nRUN echo a", ["sh echo a"]],
	])("%j", (instructions, scripts) => {
		expect(shellScriptsOf(parse(`FROM debian:12\n${instructions}\n`)).map(({ shell, text }) => `${shell} ${text}`)).toEqual(scripts);
	});
});

describe("what ShellCheck prints", () => {
	const comment = { file: "0", line: 1, endLine: 1, column: 6, endColumn: 8, level: "info", code: 2086, message: "Double quote", fix: null };

	test("is read by the names of the files", () => {
		const read = parseShellcheck(JSON.stringify({ comments: [comment, { ...comment, file: "1" }, comment] }));
		expect([...(read ?? [])].map(([file, comments]) => [file, comments.length])).toEqual([
			["0", 2],
			["1", 1],
		]);
	});

	test.each(["", "no JSON", "null", "[]", "{}", '{"comments":{}}', '{"comments":[null]}', JSON.stringify({ comments: [{ ...comment, line: "1" }] })])(
		"%j is something else",
		(output) => {
			expect(parseShellcheck(output)).toBeUndefined();
		},
	);
});

describe("a comment is about the same stretch of the Dockerfile", () => {
	test.each([
		["a line", "RUN echo $x y\n", /\$x/g, ["$x"]],
		["lines that go on", "RUN a && \\\n\t# why\n\techo é 😀 $x && \\\r\n  echo $x\n", /\$x/g, ["$x", "$x"]],
		["another escape", "# escape=`\nFROM debian:12\nRUN a `\n  $x\n", /\$x/g, ["$x"]],
		["over lines", "RUN if a; then \\\n b; fi\n", /if.*fi/gs, ["if a; then \\\n b; fi"]],
		["a here document", "RUN <<-EOF\r\n\techo 😀\t$x\r\nEOF\r\n", /\$x/g, ["$x"]],
		["a document that a command reads", "RUN cat <<EOF > $x\n$x\nEOF\n", /\$x/g, ["$x", "$x"]],
		["between characters", "RUN echo $x y\n", /(?=\$x)/g, ["$x"]],
		["at the end", "RUN echo x\n", /$/g, [""]],
	])("%s", (_, instructions, pattern, found) => {
		const text = instructions.startsWith("#") ? instructions : `FROM debian:12\n${instructions}`;
		const problems = answerFor(text, pattern);
		expect(problems.map(({ at }) => text.slice(at.start, at.end))).toEqual(found);
	});

	test.each([
		{ line: 9, column: 1, endLine: 9, endColumn: 2 },
		{ line: 1, column: 900, endLine: 1, endColumn: 901 },
		{ line: 0, column: 0, endLine: -1, endColumn: -5 },
	])("one that is nowhere is somewhere in it: $line:$column", (place) => {
		const text = "FROM debian:12\nRUN echo x\n";
		const [script] = shellScriptsOf(parse(text));
		if (!script) throw new Error("there is a script");
		const [problem] = shellcheckProblems(script, [{ ...place, level: "info", code: 1, message: "" }]);
		expect(problem?.at.start).toBeGreaterThanOrEqual(0);
		expect(problem?.at.end).toBeLessThanOrEqual(text.length);
	});
});

test.each([
	["ARG version\nRUN echo $version", []],
	["ENV version=1\nRUN echo $version", []],
	["RUN echo $http_proxy", []],
	["RUN echo $version\nENV version=1", ["$version"]],
	["RUN echo $other", ["$other"]],
])("variables of ARG and ENV are set: %j", (instructions, found) => {
	const text = `FROM debian:12\n${instructions}\n`;
	const problems = answerFor(text, /\$\w+/g, 2154);
	expect(problems.map(({ at }) => text.slice(at.start, at.end))).toEqual(found);
});

/** What is found in a Dockerfile where ShellCheck has something to say of each `$` word. */
function lintOf(instructions: string, settings: object = {}, { code = 2086, level = "info" } = {}): string[] {
	const text = `FROM debian:12\n${instructions}\n`;
	const { configuration, problems } = readConfiguration({ shellcheck: true, ...settings }, rules);
	expect(problems).toEqual([]);
	return found(text, configuration, answerFor(text, /\$\w+/g, code, level));
}

function found(text: string, configuration: Configuration, answer: readonly ShellcheckProblem[]): string[] {
	const { findings } = lint(dockerfileLanguage, parse(text), rules, configuration, undefined, answer);
	return findings.map(({ at, rule, severity }) => `${rule} ${severity} ${text.slice(at.start, at.end)}`);
}

describe("findings", () => {
	test("bear its code, and its severity", () => {
		expect(lintOf("RUN $x")).toEqual(["SC2086 info $x"]);
		expect(lintOf("RUN $x", {}, { code: 1234, level: "error" })).toEqual(["SC1234 error $x"]);
		expect(lintOf("RUN $x", {}, { level: "warning" })).toEqual(["SC2086 warning $x"]);
		expect(lintOf("RUN $x", {}, { level: "style" })).toEqual(["SC2086 info $x"]);
	});

	test("are left out where a rule of ours says the same there, also where a comment ignores that", () => {
		expect(lintOf("RUN $bad $x")).toEqual(["bad-variable warning $bad", "SC2086 info $x"]);
		expect(lintOf("# hullwright ignore=bad-variable\nRUN $bad $x")).toEqual(["SC2086 info $x"]);
		expect(lintOf("RUN $bad", {}, { code: 2046 })).toHaveLength(2);
	});

	test.each([
		"# hullwright ignore=SC2046",
		"# hullwright ignore=sc2046 the reason",
		"# hullwright ignore=shellcheck/SC2046",
		"# hullwright file ignore=SC2046",
		"# hullwright ignore=all",
		"# hadolint ignore=DL3008,SC2046",
		"# hadolint global ignore=SC2046",
		"# tally ignore=shellcheck/SC2046;reason=it is meant",
		"# check=skip=all",
	])("%s", (comment) => {
		expect(lintOf(`${comment}\nRUN $x`, {}, { code: 2046 })).toEqual([]);
		expect(lintOf(`${comment.replace("2046", "2047").replace("all", "SC2047")}\nRUN $x`, {}, { code: 2046 })).toContain("SC2046 info $x");
	});

	test("a comment by a code that a rule of ours has too ignores both", () => {
		expect(lintOf("# hadolint ignore=SC2086\nRUN $bad $x")).toEqual([]);
	});

	test("what a comment is for is not said to be of no use: it may be for ShellCheck", () => {
		expect(lintOf("# hullwright ignore=SC2034,SC2086\nRUN x")).toEqual([]);
	});

	test.each([
		[{ SC2046: "off" }, 2046, []],
		[{ "shellcheck/sc2046": "error" }, 2046, ["SC2046 error $x"]],
		[{ SC2086: "off" }, 2086, []],
		[{ "bad-variable": "off" }, 2086, []],
		[{ SC2086: "error" }, 2086, ["SC2086 error $x"]],
		[{ SC2047: "off" }, 2046, ["SC2046 info $x"]],
	])("the configuration sets them: %j", (settings, code, expected) => {
		expect(lintOf("RUN $x", { rules: settings }, { code })).toEqual(expected);
	});

	test("hadolint's configuration sets them", () => {
		const text = "FROM debian:12\nRUN $x\n";
		const { configuration } = readHadolintConfiguration({ ignored: ["SC2046"], override: { error: ["SC2047"] } }, rules);
		expect(found(text, configuration, answerFor(text, /\$\w+/g, 2046))).toEqual([]);
		expect(found(text, configuration, answerFor(text, /\$\w+/g, 2047))).toEqual(["SC2047 error $x"]);
	});

	test("a code has a severity and nothing else", () => {
		const { problems } = readConfiguration({ shellcheck: "yes", rules: { SC2034: { severity: "off" }, SC2035: "loud" } }, rules);
		expect(problems.map(({ path, message }) => `${path.join(".")}: ${textOf(message)}`)).toEqual([
			"shellcheck: `shellcheck` must be true or false, not the string `yes`",
			expect.stringMatching(/^rules\.SC2034: /),
			expect.stringMatching(/^rules\.SC2035: /),
		]);
	});

	test("who asks for some rules alone does not ask ShellCheck", () => {
		expect(onlyRules({ rules: new Map(), ignore: [], shellcheck: true }, rules, ["bad-variable"]).shellcheck).toBe(false);
	});

	test("hadolint, which runs ShellCheck, names them by the line of their instruction", () => {
		const text = "FROM debian:12\nRUN a && \\\n  $x\n";
		const file = parse(text);
		const { findings } = lint(dockerfileLanguage, file, rules, { rules: new Map(), ignore: [], shellcheck: true }, undefined, answerFor(text, /\$x/g, 2046));
		const [finding] = findings;
		if (!finding) throw new Error("there is a finding");
		expect(namedBy(["hadolint", "shellcheck"], rules, dockerfileLanguage, file, finding)).toEqual({ id: "SC2046", lineAt: text.indexOf("RUN") });
		expect(namedBy(["buildkit"], rules, dockerfileLanguage, file, finding)).toBeUndefined();
	});
});
