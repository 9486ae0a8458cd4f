import { describe, expect, test } from "vitest";
import { defaultConfiguration, optionsOf, overlayConfiguration, readConfiguration, severityOf } from "../../../src/engine/lint/configuration.ts";
import { parseConfiguration } from "../../../src/engine/lint/configuration-file.ts";
import { isLeftOut } from "../../../src/engine/lint/path-patterns.ts";
import { peerPreset, presets } from "../../../src/engine/lint/presets.ts";
import { dockerfileRule, type Severity } from "../../../src/engine/lint/rule.ts";
import { textOf } from "../../../src/engine/text/message.ts";

const plain = { category: "practice", title: "t", why: ["w."], examples: [{ bad: "", good: "" }], *check() {} } as const;
const on = dockerfileRule({ ...plain, id: "rule-on", peers: { hadolint: ["DL9001"], buildkit: ["RuleOn"] }, severity: "warning", strictSeverity: "error" });
const off = dockerfileRule({
	...plain,
	id: "rule-off",
	severity: "off",
	options: {
		flag: { default: false, strict: true, hadolint: true, description: "F." },
		count: { default: 3, description: "C." },
		word: { default: "w", description: "W." },
		list: { default: ["a"], description: "L." },
	},
});
const rules = [on, off];

/** Problems as "line:column-column message", columns from 1, end exclusive. */
function problemsOf(text: string): string[] {
	return parseConfiguration(text, rules).problems.map(({ message, at, line }) => {
		const lineStart = text.lastIndexOf("\n", at.start - 1) + 1;
		return `${line}:${at.start - lineStart + 1}-${at.end - lineStart + 1} ${textOf(message)}`;
	});
}

describe("presets, severities and options", () => {
	test.each([
		["", "warning", "off"],
		["preset: strict", "error", "warning"],
		["preset: hadolint", "warning", "off"],
		["preset: buildkit", "warning", "off"],
		["preset: hadolint\nrules: { rule-off: info }", "warning", "info"],
		["rules: { rule-on: off, rule-off: error }", "off", "error"],
		["rules: { RULE-ON: info }", "info", "off"],
		["rules: { DL9001: info }", "info", "off"],
		["rules: { buildkit/RuleOn: info }", "info", "off"],
		["rules: { RuleOn: info }", "info", "off"],
		["rules: { rule-off: { count: 4 } }", "warning", "warning"],
		["rules: { rule-off: { severity: off, count: 4 } }", "warning", "off"],
		["rules: { rule-off: {} }", "warning", "off"],
		["preset: strict\nrules: { rule-off: info }", "error", "info"],
	])("%j", (text, severityOfOn, severityOfOff) => {
		const { configuration, problems } = parseConfiguration(text, rules);
		expect(problems).toEqual([]);
		expect([severityOf(on, configuration), severityOf(off, configuration)]).toEqual([severityOfOn, severityOfOff]);
	});

	test("options keep their defaults where nobody sets them; a preset may have its own", () => {
		const { configuration } = parseConfiguration("rules: { rule-off: { count: 4, list: [] } }", rules);
		expect(optionsOf(off, configuration)).toEqual({ flag: false, count: 4, word: "w", list: [] });
		expect(optionsOf(off, { ...configuration, preset: "strict" })).toEqual({ flag: true, count: 4, word: "w", list: [] });
	});

	test("a preset of another linter judges as that does", () => {
		expect(optionsOf(off, { preset: "hadolint", rules: new Map(), ignore: [] })).toEqual({ flag: true, count: 3, word: "w", list: ["a"] });
		expect(optionsOf(off, { preset: "buildkit", rules: new Map(), ignore: [] })).toEqual({ flag: false, count: 3, word: "w", list: ["a"] });
	});

	test("a file lies over the editor's settings, rule by rule", () => {
		const editor = readConfiguration(
			{ preset: "strict", rules: { "rule-on": "info", "rule-off": { count: 1, word: "x" } }, ignore: ["a"] },
			rules,
		).configuration;
		const file = parseConfiguration("rules: { rule-off: { severity: error, count: 2 } }\nignore: [b]", rules).configuration;
		const both = overlayConfiguration(file, editor);
		expect(both.preset).toBe("strict");
		expect(severityOf(on, both)).toBe("info");
		expect(severityOf(off, both)).toBe("error");
		expect(optionsOf(off, both)).toMatchObject({ count: 2, word: "x" });
		expect(both.ignore).toEqual(["a", "b"]);
		expect(overlayConfiguration(defaultConfiguration, editor).preset).toBe("strict");
	});
});

describe("what is wrong is told, and the rest applies", () => {
	test.each([
		["presets: strict", ["1:1-8 The configuration has no key `presets`; did you mean `preset`?"]],
		["preset: strct", ["1:9-14 `preset` must be default, strict, hadolint or buildkit, not `strct`; did you mean `strict`?"]],
		["preset:", ["1:1-7 `preset` must be default, strict, hadolint or buildkit, not nothing"]],
		["- preset", ["1:1-9 The configuration must be a mapping, not a list"]],
		["rules: off", ["1:8-11 `rules` must be a mapping, not the string `off`"]],
		["rules:\n  rule-onn: off", ["2:3-11 No rule is named `rule-onn`; did you mean `rule-on`?"]],
		["rules:\n  constructor: off", ["2:3-14 No rule is named `constructor`"]],
		["rules:\n  rule-on: of", ["2:12-14 `rule-on` must be off, info, warning or error, not `of`; did you mean `off`?"]],
		[
			"rules:\n  rule-on:\n  rule-off: false",
			["2:3-10 `rule-on` must be off, info, warning or error, not nothing", "3:13-18 `rule-off` must be off, info, warning or error, not `false`"],
		],
		["rules:\n  rule-on: off\n  DL9001: error", ["3:3-9 `DL9001` sets `rule-on` a second time; the last counts"]],
		["rules:\n  rule-on: { count: 1 }", ["2:14-19 `rule-on` has no key `count`"]],
		["rules:\n  rule-off:\n    cuont: 1", ["3:5-10 `rule-off` has no key `cuont`; did you mean `count`?"]],
		[
			"rules:\n  rule-off: { flag: 1, count: x, word: [], list: a, severity: on }",
			[
				"2:21-22 `flag` must be true or false, not `1`",
				"2:31-32 `count` must be a number, not the string `x`",
				"2:40-42 `word` must be a string, not a list",
				"2:50-51 `list` must be a list of strings, not the string `a`",
				"2:63-65 `severity` must be off, info, warning or error, not `on`",
			],
		],
		["rules: { rule-off: { count: .nan } }", ["1:29-33 `count` must be a number, not `NaN`"]],
		["ignore: vendor", ["1:9-15 `ignore` must be a list of strings, not the string `vendor`"]],
		["ignore:\n  - vendor\n  - 1", ["3:5-6 `ignore` must hold strings only, not `1`"]],
		["preset: strict\npreset: default", ["2:1-7 This key is set a second time; the last counts"]],
		["preset: *other", ["1:9-15 Aliases do not work here; write the value out"]],
		["ignore: &all [*all]", ["1:15-19 `ignore` must hold strings only, not nothing"]],
		["? [a]\n: b", ["1:3-6 A key must be a plain name"]],
		["__proto__: { preset: strict }", ["1:1-10 The configuration has no key `__proto__`"]],
	])("%j", (text, expected) => {
		expect(problemsOf(text)).toEqual(expected);
	});

	test.each(["preset: strict\nrules: [", "rules:\n\trule-on: off", "a: 'b", "{", "\u0000", "%YAML 9\n--- a", "--- a\n--- b"])("no YAML: %j", (text) => {
		expect(problemsOf(text).join("\n")).toMatch(/^\d+:\d+-\d+ (Not valid YAML: |The configuration must be)/m);
	});

	test("what is no YAML is told once, however much follows from it", () => {
		const problems = problemsOf("rules:\n  missing-user: off\n    from-latest-tag: off\n    from-missing-tag: off\n");
		expect(problems.filter((each) => each.includes("Not valid YAML"))).toEqual([expect.stringContaining("the value that begins here holds a `:`")]);
	});

	test("what is right in a broken file applies", () => {
		const { configuration, problems } = parseConfiguration("preset: strict\nrules:\n  rule-on: info\n  rule-of: off\nignore: [a]\nrulez: {", rules);
		expect(problems.length).toBeGreaterThan(1);
		expect(configuration).toEqual({ preset: "strict", rules: new Map([["rule-on", { severity: "info" }]]), ignore: ["a"] });
	});

	test.each(["", "\n", "# nothing\n", "---\n", "rules:\n", "\uFEFFpreset: strict\r\nrules:\r\n  rule-on: off\r\n"])("nothing is wrong with %j", (text) => {
		expect(problemsOf(text)).toEqual([]);
	});

	test.each([
		"[".repeat(100_000),
		"{a: ".repeat(10_000),
		"- ".repeat(10_000),
		"? ".repeat(10_000),
		Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
	])("nesting without end is refused, not run into: %.9s", (text) => {
		expect(problemsOf(text)).toEqual([expect.stringContaining("This is nested too deeply for a configuration")]);
	});
});

describe("files to leave out", () => {
	test.each([
		["vendor", ["vendor/Dockerfile", "a/vendor/b/Dockerfile", "vendor"], ["vendors/Dockerfile", "a/my-vendor/x"]],
		["vendor/", ["vendor/Dockerfile", "a/vendor/Dockerfile"], ["avendor/Dockerfile"]],
		["/vendor", ["vendor/Dockerfile"], ["a/vendor/Dockerfile"]],
		["./a/b", ["a/b/Dockerfile"], ["x/a/b/Dockerfile"]],
		["a/*/Dockerfile", ["a/b/Dockerfile"], ["a/b/c/Dockerfile", "a/Dockerfile"]],
		["**/test/**", ["test/Dockerfile", "a/test/b/Dockerfile"], ["a/tests/Dockerfile"]],
		["a/**", ["a/Dockerfile", "a/b/Dockerfile"], ["b/a/Dockerfile"]],
		["*.generated.Dockerfile", ["a/web.generated.Dockerfile"], ["web.Dockerfile", "webxgenerated.Dockerfile"]],
		["Dockerfile.{dev,test}", ["Dockerfile.dev", "a/Dockerfile.test"], ["Dockerfile.prod", "Dockerfile.devtest"]],
		["Dockerfile.[a-c]?", ["Dockerfile.a1"], ["Dockerfile.d1", "Dockerfile.a"]],
		["Dockerfile.[!a]", ["Dockerfile.b"], ["Dockerfile.a"]],
		["a+(b)|c$", ["a+(b)|c$"], ["aab"]],
		["[z-a]", [], ["z", "a"]],
		["{a", ["a"], ["b"]],
	])("%s", (pattern, matching, others) => {
		const configuration = { ...defaultConfiguration, ignore: [pattern] };
		expect([...matching, ...others].filter((path) => isLeftOut(path, configuration))).toEqual(matching);
	});
});

test("a pattern of files to leave out that could be tried in more ways than anybody can wait for is read once", () => {
	const path = "a".repeat(300);
	for (const pattern of [`${"*a".repeat(60)}*b`, `${"**/*a".repeat(20)}*b`, `${"{*a,a*}".repeat(30)}b`, `${"{".repeat(50)}${"*a".repeat(60)}*b`])
		expect(isLeftOut(path, { ...defaultConfiguration, ignore: [pattern] })).toBe(false);
	expect(isLeftOut(`${path}b/c`, { ...defaultConfiguration, ignore: [`${"*a".repeat(60)}*b`] })).toBe(true);
});

describe("presets are data", () => {
	const third = { ...presets, hadolint: peerPreset("hadolint"), loud: (): Severity => "error" };

	test.each([
		["loud", "error", "error"],
		["hadolint", "warning", "off"],
		["default", "warning", "off"],
	])("%s", (preset, severityOfOn, severityOfOff) => {
		const configuration = { ...defaultConfiguration, preset };
		expect([severityOf(on, configuration, third), severityOf(off, configuration, third)]).toEqual([severityOfOn, severityOfOff]);
	});

	test("another linter's severity counts in its preset", () => {
		const rule = dockerfileRule({ ...plain, id: "rule-peer", peers: { hadolint: [{ id: "DL9009", severity: "info" }] }, severity: "error" });
		expect(peerPreset("hadolint")(rule)).toBe("info");
		expect(peerPreset("buildkit")(rule)).toBe("off");
	});
});

describe("a name of another linter may stand for several rules", () => {
	const one = dockerfileRule({ ...plain, id: "rule-one", peers: { kics: ["0a1b2c3d"], trivy: ["DS-9001"] }, severity: "warning" });
	const two = dockerfileRule({
		...plain,
		id: "rule-two",
		peers: { trivy: ["DS-9001"] },
		severity: "warning",
		options: { flag: { default: false, description: "F." } },
	});
	const read = (settings: unknown) => {
		const { configuration, problems } = readConfiguration({ rules: settings }, [one, two]);
		expect(problems).toEqual([]);
		return Object.fromEntries(configuration.rules);
	};

	test("it sets all of them", () => {
		expect(read({ "ds-9001": "off" })).toEqual({ "rule-one": { severity: "off" }, "rule-two": { severity: "off" } });
		expect(read({ "trivy/DS-9001": { severity: "info", flag: true } })).toEqual({
			"rule-one": { severity: "info" },
			"rule-two": { severity: "info", options: { flag: true } },
		});
	});

	test("a name of one rule alone counts over it, wherever it stands", () => {
		const expected = { "rule-one": { severity: "error" }, "rule-two": { severity: "off" } };
		expect(read({ "DS-9001": "off", "0a1b2c3d": "error" })).toEqual(expected);
		expect(read({ "rule-one": "error", "DS-9001": "off" })).toEqual(expected);
	});
});
