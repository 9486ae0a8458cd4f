import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fixOf } from "../src/engine/lint/lint.ts";
import { findRules, peerIdsOf } from "../src/engine/lint/rule-names.ts";
import { peerPreset } from "../src/engine/lint/presets.ts";
import type { Rule, Severity } from "../src/engine/lint/rule.ts";
import { rules } from "../src/engine/rules/index.ts";
import { textOf } from "../src/engine/text/message.ts";
import { applyEdits, type Edit } from "../src/engine/text/text.ts";
import { filesFor, findingsOf, type Surroundings } from "./lint-rule.ts";

test("rules are named as their files", () => {
	const files = readdirSync("src/engine/rules", { recursive: true, encoding: "utf8" }).flatMap(
		(file) => /^(\w+)[\\/]([a-z\d-]+)\.ts$/.exec(file)?.slice(1).join("/") ?? [],
	);
	expect(rules.map(({ language, id }) => `${language}/${id}`).sort(), "run `npm run generate`").toEqual(files.sort());
});

test("no two rules share a name of ours", () => {
	const names = rules.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]).map((name) => name.toLowerCase());
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

/** Each problem that some linter knows, with its ids there, and our rule for it where there is one. */
type Row = { readonly row: string; readonly rule?: string; readonly peers: Readonly<Record<string, readonly string[]>> };
const ofDockerfiles = JSON.parse(readFileSync("test/engine/rules/peers.json", "utf8")) as Row[];
const ofCompose = (JSON.parse(readFileSync("test/engine/rules/compose-checks.json", "utf8")) as (Partial<Row> & { readonly check: string })[]).map(
	({ check, peers = {}, ...row }): Row => ({ row: check, peers, ...row }),
);
const rows = [...ofDockerfiles, ...ofCompose].filter(({ rule }) => rule !== undefined);

test.each(rows.map((row) => [row.row, row] as const))("the rule for %s has all ids of other linters", (_, { rule: id, peers }) => {
	const rule = rules.find((each) => each.id === id);
	const ids = rule ? peerIdsOf(rule).map((each) => each.join(" ")) : [];
	expect(ids).toEqual(expect.arrayContaining(Object.entries(peers).flatMap(([peer, theirs]) => theirs.map((each) => `${peer} ${each}`))));
	// An id of ours means our rule, even where another linter uses it too.
	const names = Object.values(peers).flatMap((theirs) => theirs.filter((each) => !rules.some((other) => other.id === each)));
	expect(names.filter((name) => !findRules(rules, name).some((named) => named === rule))).toEqual([]);
});

/** As hadolint 2.15.1 and BuildKit report them. */
const levels: Readonly<Record<string, Severity | "off">> = {
	"hadolint DL1000": "error",
	"hadolint DL3011": "error",
	"hadolint DL3023": "error",
	"hadolint DL3043": "error",
	"hadolint DL3061": "error",
	"hadolint DL3000": "error",
	"hadolint DL3002": "warning",
	"hadolint DL3006": "warning",
	"hadolint DL3007": "warning",
	"hadolint DL3009": "info",
	"hadolint DL3014": "warning",
	"hadolint DL3015": "info",
	"hadolint DL3019": "info",
	"hadolint DL3010": "info",
	"hadolint DL3020": "error",
	"hadolint DL3021": "error",
	"hadolint DL3022": "warning",
	"hadolint DL3024": "error",
	"hadolint DL3026": "error",
	"hadolint DL3029": "warning",
	"hadolint DL3044": "error",
	"hadolint DL3063": "warning",
	"hadolint DL3065": "warning",
	"hadolint DL3067": "warning",
	"hadolint DL3025": "warning",
	"hadolint DL3042": "warning",
	"hadolint DL3064": "warning",
	"hadolint DL3008": "warning",
	"hadolint DL3013": "warning",
	"hadolint DL3016": "warning",
	"hadolint DL3018": "warning",
	"hadolint DL3027": "warning",
	"hadolint DL3028": "warning",
	"hadolint DL3030": "warning",
	"hadolint DL3032": "warning",
	"hadolint DL3033": "warning",
	"hadolint DL3034": "warning",
	"hadolint DL3035": "warning",
	"hadolint DL3036": "warning",
	"hadolint DL3037": "warning",
	"hadolint DL3038": "warning",
	"hadolint DL3040": "warning",
	"hadolint DL3041": "warning",
	"hadolint DL3060": "info",
	"hadolint DL3062": "warning",
	"hadolint DL3066": "info",
	"hadolint DL3045": "warning",
	"hadolint DL4006": "warning",
	"hadolint DL4005": "warning",
	"hadolint DL3003": "warning",
	"hadolint DL3001": "info",
	"hadolint DL4001": "warning",
	"hadolint DL3047": "info",
	"hadolint DL3046": "warning",
	"hadolint DL3059": "info",
	"hadolint DL3004": "error",
	"hadolint DL4000": "error",
	"hadolint DL4003": "warning",
	"hadolint DL4004": "error",
	"hadolint DL3012": "error",
	"hadolint DL3057": "off",
	"hadolint DL1001": "off",
	"hadolint DL3048": "info",
	"hadolint DL3049": "info",
	"hadolint DL3050": "info",
	"hadolint DL3051": "warning",
	"hadolint DL3052": "warning",
	"hadolint DL3053": "warning",
	"hadolint DL3054": "warning",
	"hadolint DL3055": "warning",
	"hadolint DL3056": "warning",
	"hadolint DL3058": "warning",
};

test("a preset of another linter's rules is as severe as that linter", () => {
	for (const rule of rules) {
		for (const [peer, id] of peerIdsOf(rule)) {
			const level = peer === "buildkit" ? "warning" : levels[`${peer} ${id}`];
			if (level || peer === "hadolint") expect(peerPreset(peer)(rule), `${rule.id} as ${id}`).toBe(level);
		}
	}
});

test("every rule that another linter has too has a row", () => {
	expect(rules.filter((rule) => peerIdsOf(rule).length > 0 && !rows.some((row) => row.rule === rule.id)).map(({ id }) => id)).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
	test("is named and described by the conventions", () => {
		expect(id).toMatch(/^(?!no-|prefer-|require-|avoid-)[a-z0-9]+(-[a-z0-9]+)+$/);
		expect(rule.title).toMatch(/^\S.*[^.\s]$/);
		expect(rule.why).not.toEqual([]);
		for (const sentence of rule.why) expect(sentence).toMatch(/^\S.*[.?!]$/);
		for (const { description } of Object.values(rule.options ?? {})) expect(description).toMatch(/^[A-Z`].*\.$/);
	});

	test.each(rule.examples.map((example, index) => [index + 1, example] as const))("example %i", (_, { bad, good, files: texts, options, daemon }) => {
		const files = texts || daemon ? filesFor(rule, texts ?? {}, daemon) : undefined;
		const surroundings = { files, ...(options && { options }) };
		const findings = findingsOf(rule, bad, surroundings);
		expect(findings, "`bad` is reported").not.toEqual([]);
		expect(findingsOf(rule, good, surroundings), "`good` is not").toEqual([]);
		for (const { at, message, related = [] } of findings) {
			expect(0 <= at.start && at.start <= at.end && at.end <= bad.length, "the range is in the file").toBe(true);
			for (const text of [message, ...related.map((each) => each.message)]) expect(textOf(text), "one line, no full stop").toMatch(/^\S.*[^.\s]$/);
		}
		if (!findings.some(fixOf)) return;
		expect(fixedBy(rule, bad, surroundings), "the fix turns `bad` into `good`").toBe(good);
		const once = fixedBy(rule, bad, { onlySafe: true, ...surroundings });
		expect(fixedBy(rule, once, { onlySafe: true, ...surroundings }), "a safe fix applied twice changes nothing").toBe(once);
	});
});

function fixedBy(rule: Rule, text: string, { onlySafe = false, ...surroundings }: Surroundings & { readonly onlySafe?: boolean } = {}): string {
	const fixes = findingsOf(rule, text, surroundings)
		.flatMap((finding) => fixOf(finding) ?? [])
		.filter(({ safe }) => safe || !onlySafe);
	for (const { title, edits } of fixes) {
		expect(textOf(title), "an imperative, no full stop").toMatch(/^[A-Z].*[^.\s]$/);
		expect(edits, "edits of one fix do not overlap").toSatisfy((each: readonly Edit[]) => !overlap(each));
	}
	const edits = fixes.flatMap((fix) => fix.edits);
	expect(edits, "fixes of one rule do not overlap").toSatisfy((each: readonly Edit[]) => !overlap(each));
	return applyEdits(text, edits);
}

function overlap(edits: readonly Edit[]): boolean {
	const sorted = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
	return sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
}
