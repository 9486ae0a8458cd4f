import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import type { Configuration } from "../../../src/engine/lint/configuration.ts";
import { breakFile, compatibleFixes, fixAll, type FixResult, outsideBroken } from "../../../src/engine/lint/fix.ts";
import { ignoreInFile, ignoreOnLine } from "../../../src/engine/lint/ignore-edits.ts";
import { fixOf, lint, type Finding } from "../../../src/engine/lint/lint.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import { applyEdits, type Edit } from "../../../src/engine/text/text.ts";
import { pieces } from "../dockerfile/mutation.ts";
import { textOf } from "../../../src/engine/text/message.ts";

const strict: Configuration = { preset: "strict", rules: new Map(), ignore: [] };

const examples = rules
	.filter(({ language }) => language === "dockerfile" || language === "any")
	.flatMap((rule) => rule.examples.flatMap(({ bad, good }) => [bad, good]));
const lines = [...new Set(examples.flatMap((example) => example.split(/(?<=\n)/)))];
const ignores = [
	"# hullwright ignore=",
	"# hullwright file ignore=all\n",
	"# hadolint ignore=DL3006,DL3000\n",
	"# check=skip=all\n",
	"# hullwright stage ignore=missing-user\n",
	"relative-workdir,",
	"# hullwright ignore\n",
	" reason",
];

/** Mostly lines of the rules' own examples, for anything else is seldom reported. */
const dockerfiles = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...lines) },
			{ weight: 1, arbitrary: fc.constantFrom(...pieces, ...ignores) },
			{ weight: 1, arbitrary: fc.constantFrom(...examples) },
		),
		{ minLength: 2, maxLength: 14, size: "max" },
	)
	.chain((parts) => fc.constantFrom(parts.join(""), `\uFEFF${parts.join("")}`, parts.join("").replaceAll("\n", "\r\n")));

const countsCommands = new Set(["consecutive-runs", "long-command-chain"]);

/** By hand: HULLWRIGHT_FILES=5000 HULLWRIGHT_SEED=7 npx vitest run lint.property */
const files = Number(process.env["HULLWRIGHT_FILES"] ?? 300);
const seed = Number(process.env["HULLWRIGHT_SEED"] ?? 1);
const check = (property: (text: string) => void, numRuns = files): void => fc.assert(fc.property(dockerfiles, property), { numRuns, seed });

/** Kept, for the same seed makes the same texts in every test. */
const known = new Map<string, readonly Finding[]>();

function findingsOf(text: string): readonly Finding[] {
	const before = known.get(text);
	if (before) return before;
	const { findings, faults } = lint(dockerfileLanguage, parse(text), rules, strict);
	for (const { error } of faults) throw error;
	known.set(text, findings);
	return findings;
}

const safelyFixed = new Map<string, FixResult>();

function fixedOf(text: string, options: { readonly unsafe: boolean }): FixResult {
	const result = (options.unsafe ? undefined : safelyFixed.get(text)) ?? fixAll(dockerfileLanguage, text, rules, strict, options);
	if (!options.unsafe) safelyFixed.set(text, result);
	return result;
}

test("no rule throws, and every range is in the text", () => {
	check((text) => {
		for (const finding of findingsOf(text)) {
			const { at, message, related = [] } = finding;
			for (const range of [at, ...(fixOf(finding)?.edits ?? []), ...related.map((each) => each.at)])
				expect(0 <= range.start && range.start <= range.end && range.end <= text.length, `${textOf(message)}`).toBe(true);
			expect(textOf(message)).toMatch(/^\S.*[^.\s]$/);
		}
	});
});

describe("fixes", () => {
	test("edits of one fix do not overlap, nor do those of fixes that are applied at once", () => {
		check((text) => {
			const findings = findingsOf(text);
			for (const finding of findings) expect(overlapping(fixOf(finding)?.edits ?? [])).toEqual([]);
			expect(overlapping(compatibleFixes(findings, { unsafe: true }).flatMap(({ fix }) => fix.edits))).toEqual([]);
		});
	});

	test.each([{ unsafe: false }, { unsafe: true }])("fixing all leaves nothing to fix: %j", (options) => {
		check((text) => {
			const result = fixedOf(text, options);
			expect(applyEdits(text, result.edits)).toBe(result.text);
			expect(fixAll(dockerfileLanguage, result.text, rules, strict, options).text).toBe(result.text);
			const file = parse(result.text);
			const unmended = result.unapplied.filter(({ reason }) => reason === "unmended");
			if (!options.unsafe) expect(unmended.map(({ finding }) => `${finding.rule} in ${JSON.stringify(text)}`)).toEqual([]);
			const left = compatibleFixes(outsideBroken(dockerfileLanguage, file, findingsOf(result.text)), options).filter(
				(fix) => !breakFile(dockerfileLanguage, file, [fix]) && !unmended.some(({ finding: { rule, at } }) => rule === fix.rule && at.start === fix.at.start),
			);
			expect(
				left.map(({ rule, message }) => `${rule}: ${textOf(message)}`),
				`in ${JSON.stringify(result.text)}`,
			).toEqual([]);
		});
	});

	test("a safe fix adds no finding", () => {
		check((text) => {
			const before = countByRule(findingsOf(text));
			const after = countByRule(findingsOf(fixedOf(text, { unsafe: false }).text));
			// How many commands stand in a `RUN` is what these judge.
			for (const [rule, count] of after)
				if (!countsCommands.has(rule)) expect(count, `${rule} in ${JSON.stringify(text)}`).toBeLessThanOrEqual(before.get(rule) ?? 0);
		});
	});
});

describe("ignoring", () => {
	const judges = new Set(rules.filter(({ language }) => language === "any").map(({ id }) => id));

	test("on its line takes the finding away and adds none", () => {
		// Each finding is ignored in a text of its own.
		check((text) => {
			const file = parse(text);
			const findings = findingsOf(text);
			for (const finding of findings) {
				const edit = ignoreOnLine(dockerfileLanguage, file, finding);
				if (!edit) continue;
				const after = findingsOf(applyEdits(text, [edit]));
				const at = finding.at.start + (edit.start <= finding.at.start ? edit.text.length : 0);
				expect(
					after.filter(({ rule, at: { start } }) => rule === finding.rule && start === at),
					`${finding.rule} in ${JSON.stringify(text)}`,
				).toEqual([]);
				expect(after.length, `${finding.rule} in ${JSON.stringify(text)}`).toBeLessThan(findings.length);
			}
		}, files / 4);
	});

	test("in its file takes all findings of the rule away and adds none", () => {
		check((text) => {
			const file = parse(text);
			const findings = findingsOf(text);
			for (const finding of findings) {
				const after = findingsOf(applyEdits(text, [ignoreInFile(dockerfileLanguage, file, finding)]));
				expect(
					after.filter(({ rule }) => rule === finding.rule),
					`in ${JSON.stringify(text)}`,
				).toEqual([]);
				const others = (list: readonly Finding[]) => list.filter(({ rule }) => rule !== finding.rule && !judges.has(rule)).length;
				expect(others(after), `${finding.rule} in ${JSON.stringify(text)}`).toBe(others(findings));
			}
		}, files / 4);
	});
});

test("most of these files have findings, fixes and ignore comments", () => {
	const seen = fc.sample(dockerfiles, { numRuns: files, seed }).map((text) => ({ text, findings: findingsOf(text) }));
	expect(seen.filter(({ findings }) => findings.length > 2).length).toBeGreaterThan(files / 2);
	expect(seen.filter(({ findings }) => findings.some((finding) => fixOf(finding)?.safe)).length).toBeGreaterThan(files / 5);
	expect(seen.filter(({ text }) => text.includes("ignore=")).length).toBeGreaterThan(files / 17);
});

function overlapping(edits: readonly Edit[]): readonly Edit[] {
	const sorted = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
	return sorted.filter(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
}

function countByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	return counts;
}
