import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { defaultConfiguration, type Configuration } from "../../../src/engine/lint/configuration.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import { dockerfileRule, type Problem, type Rule } from "../../../src/engine/lint/rule.ts";
import { say, textOf } from "../../../src/engine/text/message.ts";

const describedAs = (id: string) => ({ id, category: "practice", severity: "warning", title: "t", why: ["w."], examples: [{ bad: "", good: "" }] }) as const;
const reporting = (id: string, ...starts: readonly number[]): Rule =>
	dockerfileRule({
		...describedAs(id),
		*check() {
			for (const start of starts) yield { at: { start, end: start + 1 }, message: say`at ${start}` };
		},
	});
const file = parse("FROM a\nRUN x\n");

test("a finding says all that its problem says", () => {
	const at = { start: 0, end: 4 };
	const problem: Required<Problem> = {
		at,
		message: say`m`,
		fix: { title: say`T`, edits: [], safe: true },
		related: [{ at, message: say`r` }],
		tag: "deprecated",
		refused: true,
		as: { hadolint: "DL9001" },
	};
	const rule = dockerfileRule({
		...describedAs("rule-one"),
		*check() {
			yield problem;
		},
	});
	expect(lint(dockerfileLanguage, file, [rule], defaultConfiguration).findings).toEqual([{ ...problem, rule: "rule-one", aliases: [], severity: "warning" }]);
});

test("findings come by position, with their rule's names and severity", () => {
	const { findings } = lint(
		dockerfileLanguage,
		file,
		[reporting("rule-one", 8, 2), { ...reporting("rule-two", 5), peers: { hadolint: ["DL9001"], trivy: ["DS-9001"] } }],
		{
			rules: new Map([["rule-two", { severity: "error" }]]),
			ignore: [],
		},
	);
	expect(findings).toEqual([
		{ rule: "rule-one", aliases: [], severity: "warning", at: { start: 2, end: 3 }, message: say`at ${2}` },
		{ rule: "rule-two", aliases: ["DL9001", "trivy/DS-9001"], severity: "error", at: { start: 5, end: 6 }, message: say`at ${5}` },
		{ rule: "rule-one", aliases: [], severity: "warning", at: { start: 8, end: 9 }, message: say`at ${8}` },
	]);
});

test("a rule that throws is a fault; the rest go on, and so does what it found", () => {
	const broken = dockerfileRule({
		...describedAs("rule-broken"),
		*check() {
			yield { at: { start: 0, end: 1 }, message: say`found` };
			throw new Error("a bug");
		},
	});
	const { findings, faults } = lint(dockerfileLanguage, file, [broken, reporting("rule-one", 3)], defaultConfiguration);
	expect(findings.map(({ rule }) => rule)).toEqual(["rule-broken", "rule-one"]);
	expect(faults).toEqual([{ rule: "rule-broken", error: new Error("a bug") }]);
});

test("a rule that is off does not run", () => {
	const never = dockerfileRule({
		...describedAs("rule-never"),
		check() {
			throw new Error("ran");
		},
	});
	const configuration: Configuration = { rules: new Map([["rule-never", { severity: "off" }]]), ignore: [] };
	expect(lint(dockerfileLanguage, file, [never, { ...never, id: "rule-off", severity: "off" }], configuration)).toEqual({
		file,
		findings: [],
		ignored: 0,
		faults: [],
	});
});

test("a rule is given its options", () => {
	const optional = dockerfileRule({
		...describedAs("rule-optional"),
		options: { words: { default: ["a"], description: "W." }, deep: { default: false, strict: true, description: "D." } },
		*check(_, { options: { words, deep } }) {
			yield { at: { start: 0, end: 0 }, message: say`${words.join("+")} ${String(deep)}` };
		},
	});
	const message = (configuration: Configuration) => lint(dockerfileLanguage, file, [optional], configuration).findings.map(({ message }) => textOf(message))[0];
	expect(message(defaultConfiguration)).toBe("a false");
	expect(message({ preset: "strict", rules: new Map([["rule-optional", { options: { words: ["b", "c"] } }]]), ignore: [] })).toBe("b+c true");
});

test("one configuration serves several lists of rules", () => {
	expect(lint(dockerfileLanguage, file, [reporting("rule-one", 1)], defaultConfiguration).findings.length).toBe(1);
	expect(lint(dockerfileLanguage, file, [reporting("rule-one", 1, 2)], defaultConfiguration).findings.length).toBe(2);
});

test("a message is one line, whatever it repeats of the file", () => {
	const wordy = dockerfileRule({
		...describedAs("rule-wordy"),
		*check() {
			yield { at: { start: 0, end: 0 }, message: say`\`${"a \\\r\n  b"}\` is odd` };
		},
	});
	expect(lint(dockerfileLanguage, file, [wordy], defaultConfiguration).findings.map(({ message }) => textOf(message))[0]).toBe("`a \\ b` is odd");
});
