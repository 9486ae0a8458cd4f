import { textOf } from "../text/message.ts";
import { countBelow } from "../text/search.ts";
import type { Edit } from "../text/text.ts";
import type { Fixable } from "./fix.ts";
import type { Finding } from "./lint.ts";

/** More single trials than this no honest file needs. */
const mostTrials = 100;

/**
 * Those of the fixes that do not do what they are for: the own problem is found afterwards as it was before, or an error has come up. `before` and `after` is what
 * is found without and with all of them, `trial` what is found with one alone.
 */
export function failingFixes(
	before: readonly Finding[],
	fixes: readonly Fixable[],
	after: readonly Finding[],
	trial: (fix: Fixable) => readonly Finding[],
): readonly Fixable[] {
	const edits = fixes.flatMap(({ fix }) => fix.edits);
	const fixedRules = new Set(fixes.map(({ rule }) => rule));
	const mapped = placesAfter(edits);
	const expected = countKeys(before, ({ rule }) => fixedRules.has(rule), mapped);
	for (const finding of fixes) for (const key of mapped(finding)) expected.set(key, (expected.get(key) ?? 1) - 1);
	const found = countKeys(after, ({ rule }) => fixedRules.has(rule));
	const unmended = fixes.filter((finding) => mapped(finding).some((key) => (found.get(key) ?? 0) > (expected.get(key) ?? 0)));
	if (unmended.length > 0 || !hasNewError(before, edits, after)) return unmended;
	const guilty = fixes.slice(0, mostTrials).filter((fix) => fixes.length === 1 || hasNewError(before, fix.fix.edits, trial(fix)));
	return guilty.length > 0 ? guilty : fixes.slice(-1);
}

function hasNewError(before: readonly Finding[], edits: readonly Edit[], after: readonly Finding[]): boolean {
	const isError = ({ severity }: Finding): boolean => severity === "error";
	if (!after.some(isError)) return false;
	const known = countKeys(before, isError, placesAfter(edits));
	const isMore = (now: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>): boolean =>
		[...now].some(([key, count]) => count > (then.get(key) ?? 0));
	// One that only stands elsewhere was moved with its line.
	return isMore(countKeys(after, isError), known) && isMore(countKeys(after, isError, anywhere), countKeys(before, isError, anywhere));
}

type Keys = (finding: Finding) => readonly string[];

const keyOf = ({ rule, message }: Finding, start: number, end: number): string => `${rule} ${start} ${end} ${textOf(message)}`;

const anywhere: Keys = ({ rule }) => [rule];

const unmoved: Keys = (finding) => [keyOf(finding, finding.at.start, finding.at.end)];

function countKeys(findings: readonly Finding[], isCounted: (finding: Finding) => boolean, keysOf: Keys = unmoved): Map<string, number> {
	const counts = new Map<string, number>();
	for (const finding of findings) if (isCounted(finding)) for (const key of keysOf(finding)) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/** Where a finding would be after the edits: two places where something was put in just before it, for that may belong to it or not. */
function placesAfter(edits: readonly Edit[]): Keys {
	const sorted = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
	const shifts = [0];
	for (const { start, end, text } of sorted) shifts.push((shifts.at(-1) ?? 0) + text.length - (end - start));
	const ends = sorted.map(({ end }) => end);
	const shiftBy = (count: number): number => shifts[count] ?? 0;
	return (finding) => {
		const { start, end } = finding.at;
		const [outer, inner] = [countBelow(ends, start, (each) => each), countBelow(ends, start + 1, (each) => each)];
		const last = end + shiftBy(countBelow(sorted, Math.max(end, start + 1), (edit) => edit.start));
		const keys = [keyOf(finding, start + shiftBy(inner), last)];
		if (outer !== inner) keys.push(keyOf(finding, start + shiftBy(outer), last));
		return keys;
	};
}
