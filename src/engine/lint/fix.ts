import { applyEdits, type Edit, type Range } from "../text/text.ts";
import type { Configuration } from "./configuration.ts";
import type { Language, SourceFile } from "./language.ts";
import { fixOf, lint, type Finding } from "./lint.ts";
import type { Files, Fix, Rule } from "./rule.ts";
import { countBelow } from "../text/search.ts";
import { failingFixes } from "./fix-guard.ts";

/** A finding whose fix can be applied. */
export type Fixable = Finding & { readonly fix: Fix };

export type FixResult = {
	readonly text: string;
	/** From the given text to `text`, in order, none touching another. Empty where there is nothing to fix. */
	readonly edits: readonly Edit[];
	/** What was fixed, in the order of fixing. Offsets are those of the text at that time. */
	readonly fixed: readonly Fixable[];
	/** What has a fix that was not applied, by position in `text`. */
	readonly unapplied: readonly { readonly finding: Fixable; readonly reason: Reason }[];
};

/**
 * `unsafe` may change the image. `broken` is in what cannot be read, or would break the file. `unmended` leaves its own problem where it is, or brings up an
 * error: a bug of ours. `conflict` undoes another one, or is in its way.
 */
export type Reason = "unsafe" | "broken" | "unmended" | "conflict";

/** Fixes can make room for each other; more rounds than this only rules that undo each other would take. */
const mostRounds = 50;
const mostParses = 500;

/**
 * Applies all safe fixes, or with `unsafe` all, and again what they bring up, until nothing is left to fix. Stops where fixes go round in circles. What the next
 * round finds tells whether a fix has mended its problem; one that has not is taken back.
 */
export function fixAll<File extends SourceFile>(
	language: Language<File>,
	text: string,
	rules: readonly Rule[],
	configuration: Configuration,
	{ unsafe = false, files = undefined as Files | undefined } = {},
): FixResult {
	const changes = new Changes(text);
	const fixed: Fixable[] = [];
	const seen = new Set([text]);
	const check = (file: File): readonly Finding[] => lint(language, file, rules, configuration, files).findings;
	let [file, failures] = [language.parse(text), [] as readonly Finding[]];
	let findings = check(file);
	for (let round = 0; round < mostRounds; round++) {
		const open = outsideBroken(language, file, findings).filter((finding) => !failures.includes(finding));
		let fixes = compatibleFixes(open, { unsafe });
		if (breakFile(language, file, fixes)) fixes = compatibleFixes(harmless(language, file, open.filter(isFixable), { parses: mostParses }), { unsafe });
		if (breakFile(language, file, fixes)) fixes = fixes.slice(0, 1);
		const next = applied(language, file, fixes);
		if (seen.has(next.text)) break;
		const found = check(next);
		const failing = failingFixes(findings, fixes, found, (one) => check(applied(language, file, [one])));
		if (failing.length > 0) {
			failures = [...failures, ...failing];
			continue;
		}
		changes.apply(fixes.flatMap(({ fix }) => fix.edits));
		for (const fix of fixes) fixed.push(fix);
		seen.add(next.text);
		// What failed in one text may do in another.
		[file, findings, failures] = [next, found, []];
	}
	const readable = new Set(outsideBroken(language, file, findings));
	const reasonOf = (finding: Fixable): Reason => {
		if (failures.includes(finding)) return "unmended";
		if (!finding.fix.safe && !unsafe) return "unsafe";
		return !readable.has(finding) || breakFile(language, file, [finding]) ? "broken" : "conflict";
	};
	const unapplied = findings.filter(isFixable).map((finding) => ({ finding, reason: reasonOf(finding) }));
	return { text: file.text, edits: changes.edits(), fixed, unapplied };
}

/** What cannot be read may mean anything: in it only its mending is applied unseen. */
export function outsideBroken<File extends SourceFile>(language: Language<File>, file: File, findings: readonly Finding[]): readonly Finding[] {
	const broken = language.unreadable(file);
	if (broken.length === 0) return findings;
	return findings.filter((finding) => finding.refused || ![finding.at, ...(fixOf(finding)?.edits ?? [])].some((range) => touchesAny(broken, range)));
}

/** Whether the fixes would leave a file that is refused for more reasons than before. Such a fix is for the user to look at, not to apply unseen. */
export const breakFile = <File extends SourceFile>(language: Language<File>, file: File, fixes: readonly Fixable[]): boolean =>
	language.countRefusals(applied(language, file, fixes)) > language.countRefusals(file);

/** Those of the fixes that break nothing, found by halving; none of the rest when there are too many that do. */
function harmless<File extends SourceFile>(language: Language<File>, file: File, fixes: readonly Fixable[], budget: { parses: number }): readonly Fixable[] {
	if (fixes.length === 0 || budget.parses-- <= 0) return [];
	if (!breakFile(language, file, fixes)) return fixes;
	const half = fixes.length >> 1;
	return half === 0 ? [] : [...harmless(language, file, fixes.slice(0, half), budget), ...harmless(language, file, fixes.slice(half), budget)];
}

const applied = <File extends SourceFile>({ parse }: Language<File>, { text }: File, fixes: readonly Fixable[]): File =>
	parse(
		applyEdits(
			text,
			fixes.flatMap(({ fix }) => fix.edits),
		),
	);

/** The findings whose fixes can be applied at once: of two that touch, the first. */
export function compatibleFixes(findings: readonly Finding[], { unsafe = false } = {}): readonly Fixable[] {
	const taken: Edit[] = [];
	const chosen: Fixable[] = [];
	for (const finding of findings.filter(isFixable)) {
		const { edits, safe } = finding.fix;
		if (!(safe || unsafe) || edits.length === 0 || edits.some((edit) => touchesAny(taken, edit))) continue;
		for (const edit of edits)
			taken.splice(
				countBelow(taken, edit.start, (range) => range.start),
				0,
				edit,
			);
		chosen.push(finding);
	}
	return chosen;
}

const isFixable = (finding: Finding): finding is Fixable => fixOf(finding) !== undefined;

function touchesAny(taken: readonly Range[], { start, end }: Range): boolean {
	const next = countBelow(taken, start, (range) => range.start);
	return (taken[next - 1]?.end ?? -1) >= start || (taken[next]?.start ?? Infinity) <= end;
}

/** A stretch of the first text that is still there, or a text that was put in. */
type Piece = { readonly start: number; readonly length: number } | { readonly start: undefined; readonly length: number; readonly inserted: string };

/** Edits on a text that was edited before, as edits on the first text. */
class Changes {
	readonly #original: string;
	#pieces: readonly Piece[];

	constructor(original: string) {
		this.#original = original;
		this.#pieces = [{ start: 0, length: original.length }];
	}

	apply(edits: readonly Edit[]): void {
		const pieces: Piece[] = [];
		let [index, offset, done] = [0, 0, 0];
		const take = (until: number, keep: boolean) => {
			while (done < until) {
				const piece = this.#pieces[index];
				if (!piece) return;
				const length = Math.min(piece.length - offset, until - done);
				if (keep) pieces.push(partOf(piece, offset, length));
				[offset, done] = [offset + length, done + length];
				if (offset === piece.length) [index, offset] = [index + 1, 0];
			}
		};
		for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
			take(start, true);
			if (text) pieces.push({ start: undefined, length: text.length, inserted: text });
			take(end, false);
		}
		take(Infinity, true);
		this.#pieces = pieces;
	}

	edits(): readonly Edit[] {
		const edits: Edit[] = [];
		let [done, text] = [0, ""];
		for (const piece of [...this.#pieces, { start: this.#original.length, length: 0 }]) {
			if (piece.start === undefined) text += piece.inserted;
			else {
				if (piece.start > done || text) edits.push({ start: done, end: piece.start, text });
				[done, text] = [piece.start + piece.length, ""];
			}
		}
		return edits;
	}
}

function partOf(piece: Piece, offset: number, length: number): Piece {
	return piece.start === undefined ? { ...piece, length, inserted: piece.inserted.slice(offset, offset + length) } : { start: piece.start + offset, length };
}
