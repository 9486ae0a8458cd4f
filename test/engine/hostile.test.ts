import { expect, test } from "vitest";
import { completionsAt } from "../../src/engine/language/dockerfile/completion/completion.ts";
import { signaturesAt } from "../../src/engine/language/dockerfile/signatures/signatures.ts";
import { placesIn } from "../../src/engine/dockerfile/names.ts";
import { parse } from "../../src/engine/dockerfile/parse.ts";
import { buildsOf } from "../../src/engine/language/compose/build-names.ts";
import { composeLanguage } from "../../src/engine/language/compose/compose-language.ts";
import { dockerfileLanguage } from "../../src/engine/language/dockerfile/dockerfile-language.ts";
import { linksIn } from "../../src/engine/language/dockerfile/links.ts";
import { selectionsAt } from "../../src/engine/language/dockerfile/selection.ts";
import { defaultConfiguration } from "../../src/engine/lint/configuration.ts";
import { dockerignoreLanguage } from "../../src/engine/language/dockerignore/dockerignore-language.ts";
import { lint } from "../../src/engine/lint/lint.ts";
import { format } from "../../src/engine/language/dockerfile/format/format.ts";
import { editsOnEnter } from "../../src/engine/language/dockerfile/format/on-enter.ts";
import { blanks, toFormatOptions } from "../../src/engine/language/format-options.ts";
import { semanticTokens } from "../../src/engine/language/dockerfile/semantic-tokens/semantic-tokens.ts";
import { parseDockerignore } from "../../src/engine/dockerignore/patterns.ts";
import { applyEdits } from "../../src/engine/text/text.ts";
import { rules } from "../../src/engine/rules/index.ts";

// Texts made to keep the linter busy. At these sizes an answer that takes the square of the time would not come while anybody waits.

const strict = { ...defaultConfiguration, preset: "strict" as const };
const only = (...ids: readonly string[]): typeof rules => rules.filter(({ id }) => ids.includes(id));
const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("");
const count = 20_000;

test.each([
	["lines of here documents", "trailing-blanks", `RUN ${lines(count, (index) => `<<A${index} `)}\n${lines(count, (index) => `x\nA${index}\n`)}`, 1],
	["variables that nothing sets", "undefined-variable", lines(count, (index) => `ARG NAME${index}=$NAME${index + 1}\n`), 100],
	["stages that are not there", "unknown-stage-in-copy", lines(count, (index) => `FROM debian:12 AS stage${index}\nCOPY --from=stagx${index} a b\n`), 90],
	[
		"files that are removed",
		"deleted-in-later-layer",
		lines(count, (index) => `COPY a${index} /opt/a${index}\n`) + lines(count, (index) => `RUN rm /opt/b${index}\n`),
		0,
	],
	["commands of a here document", "heredoc-without-errexit", `RUN <<EOF\n${lines(5 * count, () => "echo one\n")}EOF\n`, 0],
	["names that are no rule's", "unknown-rule-ignored", `# hullwright ignore=${lines(count, (index) => `no-rule${index},`)}\nRUN a\n`, count],
])("%s", (_, rule, text, least) => {
	const file = dockerfileLanguage.parse(`FROM debian:12\n${text}`);
	const { findings, faults } = lint(dockerfileLanguage, file, only(rule), strict);
	expect(faults).toEqual([]);
	expect(findings.length).toBeGreaterThanOrEqual(least);
});

test.each([
	["parentheses", "( ", "a", " )"],
	["substitutions", "$( ", "a", " )"],
	["substitutions in quotes", '"$(', "a", ')"'],
	["substitutions that do not end", "$( ", "", ""],
	["braces", "{ ", "a; ", "}; "],
	["tests", "if a; then ", "b; ", "fi; "],
	["functions", "f() { ", "a; ", "}; "],
	["values that stand in for others", "${a:-", "x", "}"],
])("%s in one another", (_, open, middle, close) => {
	const file = dockerfileLanguage.parse(`FROM debian:12\nRUN apt-get install ${open.repeat(count)}${middle}${close.repeat(count)}\n`);
	expect(lint(dockerfileLanguage, file, rules, strict).faults).toEqual([]);
	expect(semanticTokens(file).length).toBeGreaterThan(3);
});

test("keys of a mapping, and aliases of aliases", () => {
	const keys = lines(count, (index) => `key${index}: &name${index} 1\n`);
	const { findings } = lint(composeLanguage, composeLanguage.parse(`${keys}key0: 2\n`), rules, strict);
	expect(findings.filter(({ refused }) => refused).map(({ at }) => at)).toEqual([{ start: keys.length, end: keys.length + "key0".length }]);
	const laughs = lines(200, (index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]\n`);
	expect(composeLanguage.parse(`a0: &a0 [x]\n${laughs}`).problems).toEqual([]);
	const merged = lines(200, (index) => `a${index + 1}: &a${index + 1} { <<: [${`*a${index},`.repeat(9)}] }\n`);
	expect(buildsOf(composeLanguage.parse(`a0: &a0 { context: . }\n${merged}services: { web: { build: *a200 } }\n`))).toHaveLength(1);
});

test("blanks in a `.dockerignore`", () => {
	expect(parseDockerignore(`a${" ".repeat(1_000_000)}b\n`).patterns).toHaveLength(1);
});

test.each([
	["stages built on each other", lines(count, (index) => `FROM s${index - 1} AS s${index}\nARG A${index % 50}\nRUN $A${index % 49}\n`), 3 * count],
	["variables that change", `FROM a\n${lines(count, () => "ENV A=$A\n")}`, 2 * count],
	["assignments of a script", `FROM a\nRUN ${lines(count, (index) => `x=$x; y${index}=1;`)}\n`, 3 * count],
	["references in one another", `FROM a\nRUN ${"${A:-".repeat(count)}\n`, count],
	["strings that do not end", `FROM a\nRUN ${`'\\' " `.repeat(count)}\n`, 0],
	["scripts in scripts", `FROM a\nRUN ${"sh -c '$A' ".repeat(count)}${"sh ".repeat(count)}\n`, count],
	["mounts", `FROM a AS b\nRUN ${'--mount="from=b,b" '.repeat(count)}ls\n`, count],
	// The reader of scripts looks for the here document that a redirection belongs to from the first on.
	["words around here documents", `FROM a\nRUN ${lines(count / 5, (index) => `<<A${index} `)}\n${lines(count / 5, (index) => `$x\nA${index}\n`)}`, count / 3],
])("names of %s", (_, text, least) => {
	const file = parse(text);
	expect(placesIn(file).length).toBeGreaterThanOrEqual(least);
	expect(selectionsAt(file, text.length - 2).at(-1)).toEqual({ start: 0, end: text.length });
});

test.each([
	["patterns", lines(count, (index) => `a${index}/*\n!a${index}/b\n`)],
	["few patterns of many parts", lines(400, (index) => `${`a${index}/`.repeat(200)}*\n!${`a${index}/`.repeat(200)}\n`)],
	["ignore comments", lines(count, () => "# hullwright ignore=all\n")],
])("%s in a `.dockerignore`", (_, text) => {
	expect(lint(dockerignoreLanguage, dockerignoreLanguage.parse(text), rules, strict).faults).toEqual([]);
});

test.each([
	["lines of a list", lines(count, (index) => ` && \\\n  a${index}`)],
	["lines of arguments", lines(count, (index) => ` \\\n  a${index}`)],
	["lines that are deeper and deeper", lines(200, (index) => ` \\\n${" ".repeat(index)}a`)],
	["operators on lines of their own", " \\\n&&".repeat(count)],
	["blocks in one another", " \\\nif a; then".repeat(count / 5)],
	["substitutions in one another", ' \\\n"$('.repeat(count)],
	["arithmetic that does not end", " \\\n$((".repeat(count)],
	["parentheses", " \\\n( (".repeat(count)],
	["comments", " \\\n# a".repeat(count)],
	["empty lines", "\n".repeat(10 * count)],
	["blanks", ` \\\n${" ".repeat(50 * count)}a`],
	["here documents", `${lines(count / 5, (index) => ` \\\n<<A${index}`)}\n${lines(count / 5, (index) => `a\nA${index}\n`)}`],
	["instructions", `\n${"USER  a\n\n\n\n".repeat(count / 5)}`],
	["pairs", `\nENV${lines(count, (index) => `  A${index}=1 \\\n`)}`],
	["triggers in one another", `\n${"ONBUILD ".repeat(count)}`],
])("formatting %s", (_, text) => {
	for (const place of ["first", "last"] as const) {
		const file = parse(`FROM a\nRUN a${text}\n`);
		expect(format(file, toFormatOptions({ formatOperators: place }, new Map())).left).toEqual([]);
		expect(editsOnEnter(file, file.text.length >> 1, blanks(4)).length).toBeLessThan(3);
	}
});

test("formatting empty lines above all else", () => {
	const file = parse(`${"\n".repeat(10 * count)}# syntax=a\nFROM a\n`);
	expect(applyEdits(file.text, format(file, toFormatOptions({}, new Map())).edits)).toBe("\n# syntax=a\nFROM a\n");
});

test("addresses, and sources", () => {
	const text = `FROM a\n${lines(count, (index) => `# https://a.b/${index}.\nCOPY a${index} /\n`)}RUN ${"https://a.b/$A/${B}}}} ".repeat(count)}${"https://".repeat(count)}\n`;
	expect(linksIn(parse(text)).length).toBeGreaterThan(2 * count);
});

test.each([
	["words", `EXPOSE ${lines(count, (index) => `${index} `)}`],
	["fields of a mount", `RUN --mount=type=cache,${"id=a,".repeat(count)}`],
	["flags", `COPY ${"--from=a ".repeat(count)}`],
	["strings", `CMD [${'"a", '.repeat(count)}`],
	["pairs", `ENV ${'A="b c" '.repeat(count)}`],
	["quotes", `RUN ${"'a' ".repeat(count)}$`],
	["escapes before a dollar", `WORKDIR ${"\\\\".repeat(count)}$`],
	["lines that go on", `RUN ${"a \\\n".repeat(count)}`],
	["triggers", "ONBUILD ".repeat(count)],
	["stages", lines(count, (index) => `FROM a${index} AS b${index}\n`)],
	["variables", lines(count, (index) => `ENV A${index}=$A${index - 1}\n`)],
])("completion and signature help amid very many %s", (_, text) => {
	const file = dockerfileLanguage.parse(`FROM debian:12\n${text}`);
	const end = file.text.length;
	for (const offset of [end, Math.floor(end / 2), end - 1, 30])
		for (const isAsked of [true, false]) {
			completionsAt(file, offset, { entries: [], images: [], isAsked });
			expect(signaturesAt(file, offset)?.all.length).not.toBe(0);
		}
});
