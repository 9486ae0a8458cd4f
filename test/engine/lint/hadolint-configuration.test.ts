import { describe, expect, test } from "vitest";
import { parseHadolintConfiguration } from "../../../src/engine/lint/configuration-file.ts";
import { type Configuration, optionsOf, severityOf } from "../../../src/engine/lint/configuration.ts";
import { isHadolintName } from "../../../src/engine/lint/hadolint-name.ts";
import { findRules } from "../../../src/engine/lint/rule-names.ts";
import { dockerfileRule, type Rule } from "../../../src/engine/lint/rule.ts";
import { rules as ourRules } from "../../../src/engine/rules/index.ts";
import { textOf } from "../../../src/engine/text/message.ts";

const plain = { category: "practice", title: "t", why: ["w."], examples: [{ bad: "", good: "" }], *check() {} } as const;
const labels = { default: [], description: "L." };
const pinned = dockerfileRule({ ...plain, id: "pinned", peers: { hadolint: ["DL3008"] }, severity: "off" });
const tagged = dockerfileRule({ ...plain, id: "tagged", peers: { hadolint: ["DL3006"] }, severity: "warning" });
const quoted = dockerfileRule({ ...plain, id: "quoted", peers: { shellcheck: ["SC2086"] }, severity: "info" });
const trusted = dockerfileRule({
	...plain,
	id: "trusted",
	peers: { hadolint: [{ id: "DL3026", severity: "error" }] },
	severity: "off",
	options: { trustedRegistries: { default: [], description: "T." } },
});
const missing = dockerfileRule({
	...plain,
	id: "missing",
	peers: { hadolint: [{ id: "DL3049", severity: "info" }] },
	severity: "off",
	options: { labels },
});
const unknown = dockerfileRule({
	...plain,
	id: "unknown",
	peers: { hadolint: [{ id: "DL3050", severity: "info" }] },
	severity: "off",
	options: { labels, allowNone: { default: false, description: "d" } },
});
const url = dockerfileRule({ ...plain, id: "url", peers: { hadolint: ["DL3052"] }, severity: "off", options: { labels } });
const empty = dockerfileRule({ ...plain, id: "empty", peers: { hadolint: ["DL3051"] }, severity: "off", options: { labels } });
const rules: readonly Rule[] = [pinned, tagged, quoted, trusted, missing, unknown, url, empty] as const;

const read = (text: string) => parseHadolintConfiguration(text, rules);

/** What is on, with its severity. */
const severitiesIn = (configuration: Configuration): Record<string, string> =>
	Object.fromEntries(rules.map((rule) => [rule.id, severityOf(rule, configuration)] as const).filter(([, severity]) => severity !== "off"));

const problemsIn = (text: string): string[] => read(text).problems.map(({ line, message }) => `${line} ${textOf(message)}`);

describe("what hadolint's configuration says of our rules", () => {
	test.each([
		["# nothing\n", { tagged: "warning", quoted: "info" }],
		["ignored:\n  - DL3006\n  - SC2086\n", {}],
		["ignored: [DL3999, SC1234]\n", { tagged: "warning", quoted: "info" }],
		["override:\n  error: [DL3008]\n  style: [DL3006]\n", { pinned: "error", tagged: "info", quoted: "info" }],
		["ignored: [DL3006]\noverride: { error: [DL3006] }\n", { quoted: "info" }],
		["trustedRegistries: [docker.io]\n", { tagged: "warning", quoted: "info", trusted: "error" }],
		["override: { info: [DL3026] }\ntrustedRegistries: [docker.io]\n", { tagged: "warning", quoted: "info", trusted: "info" }],
		["label-schema: { maintainer: text }\n", { tagged: "warning", quoted: "info", missing: "info", empty: "warning" }],
		["label-schema: { maintainer: text }\nstrict-labels: true\n", { tagged: "warning", quoted: "info", missing: "info", empty: "warning", unknown: "info" }],
		["strict-labels: true\n", { tagged: "warning", quoted: "info", unknown: "info" }],
		["label-schema: { maintainer: text }\nstrict-labels: true\nignored: [DL3050]\n", { tagged: "warning", quoted: "info", missing: "info", empty: "warning" }],
	])("%j", (text, expected) => {
		const { configuration, problems } = read(text);
		expect(problems).toEqual([]);
		expect(severitiesIn(configuration)).toEqual(expected);
	});

	test("registries and labels are options", () => {
		const { configuration } = read('trustedRegistries: ["*.example.com"]\nlabel-schema:\n  org.example.home: url\n  maintainer: text\n');
		expect(optionsOf(trusted, configuration)).toEqual({ trustedRegistries: ["*.example.com"] });
		expect(optionsOf(missing, configuration)).toEqual({ labels: ["org.example.home", "maintainer"] });
		expect(optionsOf(url, configuration)).toEqual({ labels: ["org.example.home"] });
		expect(optionsOf(unknown, configuration)).toEqual({ labels: [], allowNone: false });
	});

	test("without a schema strict labels are none", () => {
		const { configuration } = read("strict-labels: true\nlabel-schema: {}\n");
		expect(optionsOf(unknown, configuration)).toEqual({ labels: [], allowNone: true });
	});

	test.each([
		["failure-threshold: error\n", { failOn: "error" }],
		["failure-threshold: style\n", { failOn: "info" }],
		["failure-threshold: none\n", { failOn: "info" }],
		["no-fail: true\nfailure-threshold: error\n", { failOn: "never" }],
		["no-fail: false\n", {}],
		["format: tty\nno-color: true\n", { format: "pretty" }],
		["format: gitlab_codeclimate\n", { format: "gitlab" }],
		["formats: [checkstyle]\n", { format: "checkstyle" }],
		["disable-ignore-pragma: true\n", { ignoreComments: false }],
	])("%j is said of a run", (text, expected) => {
		const { configuration, problems } = read(text);
		const { rules: set, ignore, ...run } = configuration;
		expect(problems).toEqual([]);
		expect([set.size, ignore, run]).toEqual([0, [], expected]);
	});
});

test.each([
	["ignored: DL3006\n", ["1 `ignored` must be a list of strings, not the string `DL3006`"]],
	["ignored:\n  - DL3006\n  - 7\n", ["3 `ignored` must hold strings only, not `7`"]],
	["ignored: [taged]\n", ["1 No rule is named `taged`; did you mean `tagged`?"]],
	["trusted-registries: [a]\n", ["1 The configuration has no key `trusted-registries`; did you mean `trustedRegistries`?"]],
	["override: [DL3006]\n", ["1 `override` must be a mapping, not a list"]],
	["\nno-fail: sure\n", ["2 `no-fail` must be true or false, not the string `sure`"]],
	["label-schema:\n  a: timestamp\n", ["2 `a` must be text, rfc3339, semver, url, hash, spdx or email, not `timestamp`"]],
	["format: sonarqube\n", ["1 `format` must be tty, json, checkstyle, codeclimate, gitlab_codeclimate, gnu, sarif or junit, not `sonarqube`"]],
	["formats: [json, tty]\n", ["1 One run prints one format; the first counts"]],
])("what is wrong in %j is told at its line", (text, expected) => {
	expect(problemsIn(text)).toEqual(expected);
});

test("what no rule is for is told", () => {
	const { problems } = parseHadolintConfiguration("ignored: [DL3006]\ntrustedRegistries: [a]\n", [tagged]);
	expect(problems.map(({ line, message }) => `${line} ${textOf(message)}`)).toEqual(["2 Hullwright has no rule DL3026, which `trustedRegistries` is for"]);
});

test("our own rules take what is meant for them", () => {
	const text = `trustedRegistries: [docker.io]
strict-labels: true
label-schema: { a: text, b: rfc3339, c: semver, d: url, e: hash, f: spdx, g: email }
`;
	const ids = ["DL3026", "DL3049", "DL3050", "DL3051", "DL3052", "DL3053", "DL3054", "DL3055", "DL3056", "DL3058"];
	const { configuration, problems } = parseHadolintConfiguration(text, ourRules);
	const told = problems.map(({ message }) => textOf(message)).join();
	expect(ids.filter((id) => told.includes(id))).toEqual(ids.filter((id) => findRules(ourRules, id).length === 0));
	expect(ids.flatMap((id) => findRules(ourRules, id)).filter(({ id }) => configuration.rules.get(id)?.options === undefined)).toEqual([]);
});

test("its files are known by their names", () => {
	expect([".hadolint.yaml", ".hadolint.yml", "hadolint.yaml", "hadolint-ci.yml"].filter((name) => !isHadolintName(name))).toEqual([]);
	expect([".hullwright.yaml", "compose.yaml", ".hadolint.json"].filter(isHadolintName)).toEqual([]);
});
