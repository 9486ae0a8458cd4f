import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completions, type Completion } from "../../../src/engine/language/configuration/completion.ts";
import { configurationHover } from "../../../src/engine/language/configuration/hover.ts";
import { scan } from "../../../src/engine/language/configuration/scan.ts";
import { parseConfiguration } from "../../../src/engine/lint/configuration-file.ts";
import { dockerfileRule, type Rule } from "../../../src/engine/lint/rule.ts";
import { replace, applyEdits } from "../../../src/engine/text/text.ts";

const rule = (id: string, more: object): Rule =>
	dockerfileRule({
		id,
		category: "style",
		severity: "warning",
		title: `About \`${id}\``,
		why: ["It costs.", "Much."],
		examples: [{ bad: "", good: "" }],
		*check() {},
		...more,
	});

const rules: readonly Rule[] = [
	rule("open-port", { peers: { hadolint: ["DL0001"], kics: ["abc"] } }),
	rule("long-line", {
		severity: "info",
		options: {
			most: { default: 80, description: "How long a line may be." },
			everywhere: { default: false, description: "Also in comments." },
			words: { default: ["x"], description: "Words to leave alone." },
		},
	}),
];
const context = { rules, catalogue: undefined, rulePage: (id: string) => `file:///${id}.md` };

/** What may be written where `|` stands. */
function at(marked: string): readonly Completion[] {
	const offset = marked.indexOf("|");
	return completions(marked.slice(0, offset) + marked.slice(offset + 1), offset, context);
}
const labels = (marked: string): string[] => at(marked).map(({ label }) => label);

/** The text once the completion of that name is taken. */
function taken(marked: string, label: string): string {
	const found = at(marked).find((each) => each.label === label);
	if (!found) throw new Error(`${label} is not offered`);
	return applyEdits(marked.replace("|", ""), [replace(found.range, found.text)]);
}

const severities = ["off", "info", "warning", "error"];

describe("what may be written", () => {
	test.each([
		[
			"an empty file",
			"|",
			["preset", "ruleSet", "rules", "ignore", "baseline", "shellcheck", "ignoreComments", "failOn", "format", "formatOperators", "formatArguments"],
		],
		[
			"after a byte order mark",
			"\uFEFF|",
			["preset", "ruleSet", "rules", "ignore", "baseline", "shellcheck", "ignoreComments", "failOn", "format", "formatOperators", "formatArguments"],
		],
		[
			"the beginning of a key",
			"pre|",
			["preset", "ruleSet", "rules", "ignore", "baseline", "shellcheck", "ignoreComments", "failOn", "format", "formatOperators", "formatArguments"],
		],
		[
			"keys that are not there yet",
			"preset: strict\n|\nignore: []\n",
			["ruleSet", "rules", "baseline", "shellcheck", "ignoreComments", "failOn", "format", "formatOperators", "formatArguments"],
		],
		[
			"the key itself, where it is corrected",
			"pres|et: strict\n",
			["preset", "ruleSet", "rules", "ignore", "baseline", "shellcheck", "ignoreComments", "failOn", "format", "formatOperators", "formatArguments"],
		],
		["presets", "preset: |", ["default", "strict", "hadolint", "buildkit"]],
		["presets, without a blank yet", "preset:|", ["default", "strict", "hadolint", "buildkit"]],
		["presets, half typed", "preset: st|", ["default", "strict", "hadolint", "buildkit"]],
		["presets, in quotes", 'preset: "st|', ["default", "strict", "hadolint", "buildkit"]],
		["rules", "rules:\n  |", ["open-port", "long-line"]],
		["rules that are not set yet", "rules:\n  open-port: off\n  |", ["long-line"]],
		["rules that are not set by another name", "rules:\n  dl0001: off\n  l|", ["long-line"]],
		["rules, with what is below still there", "rules:\n  o|\n  long-line: off\nignore:\n  - a\n", ["open-port"]],
		["rules, as far in as one likes", "rules:\r\n        |\r\n", ["open-port", "long-line"]],
		["rules below what nobody has finished", "preset: [a\nrules:\n  open-port: {\n  lo|", ["long-line"]],
		["rules where a tab went wrong above", "rules:\n\topen-port: off\n  |", ["open-port", "long-line"]],
		["severities", "rules:\n  open-port: |", severities],
		["severities, by another linter's name", "rules:\n  DL0001: |\n", severities],
		["severities, in quotes around the rule", "rules:\n  'open-port': |\n", severities],
		["nothing for a rule that nobody knows", "rules:\n  no-such: |\n", []],
		["options", "rules:\n  long-line:\n    |", ["severity", "most", "everywhere", "words"]],
		["options that are not set yet", "rules:\n  long-line:\n    most: 3\n    |", ["severity", "everywhere", "words"]],
		["a rule without options has its severity", "rules:\n  open-port:\n    |", ["severity"]],
		["a rule's severity", "rules:\n  long-line:\n    severity: |", severities],
		["yes or no", "rules:\n  long-line:\n    everywhere: |", ["true", "false"]],
		["a number", "rules:\n  long-line:\n    most: |", ["80"]],
		["a list", "rules:\n  long-line:\n    words: |", ['["x"]']],
		["an option that nobody knows", "rules:\n  long-line:\n    toString: |", []],
		["in braces, rules", "rules: { | }\n", ["open-port", "long-line"]],
		["in braces, rules not set yet", "rules: { open-port: off, | }\n", ["long-line"]],
		["in braces, severities", "rules: { open-port: |", severities],
		["in braces in braces, options", "rules: { long-line: { | } }\n", ["severity", "most", "everywhere", "words"]],
		["in braces in braces, values", "rules: { long-line: { everywhere: | } }\n", ["true", "false"]],
		["in braces over lines", "rules: {\n  open-port: off,\n  |\n}\n", ["long-line"]],
		[
			"in braces around all",
			"{ preset: strict, | }",
			["ruleSet", "rules", "ignore", "baseline", "shellcheck", "ignoreComments", "failOn", "format", "formatOperators", "formatArguments"],
		],
		[
			"after the braces, on the next line",
			"rules: { open-port: off }\n|",
			["preset", "ruleSet", "ignore", "baseline", "shellcheck", "ignoreComments", "failOn", "format", "formatOperators", "formatArguments"],
		],
		["nothing behind a value", "preset: strict |\n", []],
		["nothing behind braces", "rules: {} |\n", []],
		["nothing in a comment", "# pre|", []],
		["nothing in a comment behind a value", "preset: # |", []],
		["nothing in the list of patterns", "ignore:\n  - |", []],
		["nothing in the list of patterns, as far out as its key", "ignore:\n- |", []],
		["nothing in the list of patterns, in brackets", "ignore: [a, |]", []],
		["a sign that is no comment", "rules:\n  open-port: off # it's fine\n  |", ["long-line"]],
	])("%s", (_, marked, expected) => {
		expect(labels(marked)).toEqual(expected);
	});

	test.each([
		["pre|", "preset", "preset: "],
		["|", "rules", "rules:\n  "],
		["ig|", "ignore", "ignore:\n  - "],
		["pre|sot: strict", "preset", "preset: strict"],
		["preset:|", "strict", "preset: strict"],
		["preset: def|ault\n", "strict", "preset: strict\n"],
		["rules:\n  lo|", "open-port", "rules:\n  open-port: "],
		["rules:\n  long-line:\n    |", "words", "rules:\n  long-line:\n    words:\n      - "],
		["rules: { | }", "open-port", "rules: { open-port:  }"],
		["{ | }", "rules", "{ rules:  }"],
	])("%j, and %s is taken: %j", (marked, label, expected) => {
		expect(taken(marked, label)).toBe(expected);
	});

	test("a rule is told by its title, what it costs and its page", () => {
		expect(at("rules:\n  |")[0]).toMatchObject({
			detail: "About “open-port”",
			documentation: "**`open-port`** About `open-port`.\n\nIt costs. Much.\n\n[Documentation](file:///open-port.md)",
			filter: "open-port",
		});
	});

	test.each([
		["DL", "DL0001"],
		["dl0", "DL0001"],
		["ab", "abc"],
		["kics/", "kics/abc"],
		["op", "open-port"],
		["port", "open-port"],
	])("what is written as %s may mean %s", (written, filter) => {
		expect(at(`rules:\n  ${written}|`)[0]).toMatchObject({ label: "open-port", filter });
	});

	test("the default is named", () => {
		expect(at("rules:\n  long-line: |").map(({ detail }) => detail)).toEqual(["", "default", "", ""]);
		expect(at("preset: |").map(({ detail }) => detail)).toEqual(["default", "", "", ""]);
		expect(at("rules:\n  long-line:\n    |").map(({ documentation }) => documentation)).toContain("How long a line may be.");
	});
});

describe("hover", () => {
	test.each([
		["pre|set: strict", "preset", /^Which rules are on/],
		['rules:\n  "long-line":\n    mo|st: 3\n', "most", /How long/],
		["rules:\n  long-line: { severity|: off\n", "severity", /How serious/],
	])("%j", (marked, covers, says) => {
		const [offset, text] = [marked.indexOf("|"), marked.replace("|", "")];
		const found = configurationHover(text, offset, context);
		expect(found && text.slice(found.range.start, found.range.end)).toBe(covers);
		expect(found?.markdown).toMatch(says);
	});

	test.each(["preset: str|ict", "no-such|: a", "rules:\n  no-such|: off", "# pre|set: strict", "ignore:\n  - rul|es\n"])("nothing is said of %j", (marked) => {
		expect(configurationHover(marked.replace("|", ""), marked.indexOf("|"), context)).toBeUndefined();
	});
});

describe("reading what is half typed", () => {
	const line = fc.oneof(
		fc.constantFrom("rules:", "  open-port: off", "  long-line:", "    most: 3", "preset: strict", "ignore: [a, b]", "  - a", "{", "}", "# c", "rules: {"),
		fc.string(),
	);
	const texts = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));

	test("ranges are in the text, in order, and every offset has an answer", () => {
		fc.assert(
			fc.property(texts, fc.nat(), (text, number) => {
				for (const { key, value } of scan(text).entries) expect([key.start >= 0, key.end <= value.start, value.end <= text.length]).toEqual([true, true, true]);
				completions(text, number % (text.length + 1), context);
				configurationHover(text, number % (text.length + 1), context);
			}),
		);
	});

	test("what is taken in an empty place, the linter understands", () => {
		for (const [marked, label] of [
			["|", "preset"],
			["rules:\n  |", "open-port"],
			["rules: { | }", "long-line"],
		] as const) {
			const begun = taken(marked, label);
			const offset = begun.endsWith(" }") ? begun.length - 2 : begun.length;
			const [value] = completions(begun, offset, context);
			const text = value ? applyEdits(begun, [replace(value.range, value.text)]) : begun;
			expect(parseConfiguration(text, rules).problems).toEqual([]);
		}
	});

	test.each(["[".repeat(100_000), "{a: ".repeat(20_000), `${"x ".repeat(200_000)}`, `a${" ".repeat(200_000)}b`, "'".repeat(100_000)])(
		"much of the same is read at once: %.8s",
		(text) => {
			expect(completions(text, text.length, context).length).toBeLessThan(12);
		},
	);
});
