import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import type { Configuration } from "../../../src/engine/lint/configuration.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import { namedBy } from "../../../src/engine/lint/peer-view.ts";
import { dockerfileRule, type PeerView, type Preset, type Rule } from "../../../src/engine/lint/rule.ts";
import { say } from "../../../src/engine/text/message.ts";

const file = parse("FROM a\nRUN x \\\n  y \\\n  z\n");
const reporting = (as: { readonly hadolint?: PeerView; readonly buildkit?: PeerView } | undefined, peers: Rule["peers"]): Rule =>
	dockerfileRule({
		id: "rule-one",
		category: "practice",
		severity: "warning",
		title: "t",
		why: ["w."],
		examples: [{ bad: "", good: "" }],
		...(peers && { peers }),
		*check({ text }) {
			yield { at: { start: text.indexOf("z"), end: text.indexOf("z") + 1 }, message: say`m`, ...(as && { as }) };
		},
	});

const two = { hadolint: ["DL9001", { id: "DL9002", severity: "error" }], buildkit: ["RuleOne"] } as const;

/** How the linter reports the problem: id, severity and line; empty where it does not. */
function asReportedBy(preset: Preset, rule: Rule, { set = undefined as Configuration["rules"] | undefined } = {}): readonly string[] {
	const { findings } = lint(dockerfileLanguage, file, [rule], { preset, rules: set ?? new Map(), ignore: [] });
	return findings.map((finding) => {
		const named = namedBy([preset as "hadolint" | "buildkit"], [rule], dockerfileLanguage, file, finding);
		return `${named?.id ?? "-"} ${finding.severity} ${file.text.slice(0, named?.lineAt ?? finding.at.start).split("\n").length}`;
	});
}

test.each([
	["the rule's first id, and the instruction's first line", undefined, ["DL9001 warning 2"]],
	["of several ids the problem's own, with its severity", { hadolint: "DL9002" }, ["DL9002 error 2"]],
	["a line of its own", { hadolint: { id: "DL9001", at: 16 } }, ["DL9001 warning 3"]],
	["what the linter does not have is left out", { hadolint: false }, []],
	["what another linter does not have is of no matter", { buildkit: false }, ["DL9001 warning 2"]],
] as const)("%s", (_, as, reported) => {
	expect(asReportedBy("hadolint", reporting(as, two))).toEqual(reported);
});

test("who sets the rule gets all that it finds, as it is set", () => {
	const set = new Map([["rule-one", { severity: "info" }]]) as Configuration["rules"];
	expect(asReportedBy("hadolint", reporting({ hadolint: false }, two), { set })).toEqual(["- info 4"]);
	expect(asReportedBy("hadolint", reporting({ hadolint: "DL9002" }, two), { set })).toEqual(["DL9002 info 2"]);
});

test("ShellCheck's rules are hadolint's, and no others are", () => {
	expect(asReportedBy("hadolint", reporting(undefined, { shellcheck: [{ id: "SC9001", severity: "info" }] }))).toEqual(["- info 4"]);
	expect(asReportedBy("hadolint", reporting(undefined, { trivy: ["DS-9001"] }))).toEqual([]);
	expect(asReportedBy("buildkit", reporting(undefined, { hadolint: ["DL9001"] }))).toEqual([]);
});

test("BuildKit's error=true is about what BuildKit finds", () => {
	const found = (as: Parameters<typeof reporting>[0]) =>
		lint(dockerfileLanguage, parse(`# check=error=true\n${file.text}`), [reporting(as, two)], { rules: new Map(), ignore: [] }).findings.map(
			({ severity }) => severity,
		);
	expect([found(undefined), found({ hadolint: "DL9002" }), found({ buildkit: false })]).toEqual([["error"], ["error"], ["warning"]]);
});
