import { instructionsOf } from "../dockerfile/instructions.ts";
import type { Comment, Dockerfile, Instruction, Word } from "../dockerfile/syntax.ts";
import type { Range } from "../text/text.ts";
import { readIgnoreComment, removalOf, type IgnoreComment } from "./ignore-comment.ts";
import { findRules, findSimilarRule, isForeignName } from "./rule-names.ts";
import type { IgnoredName, Rule } from "./rule.ts";
import { lastBelow } from "../text/search.ts";

/** Where findings are ignored. One for all names that ignore the same rule in the same place. */
type Cover = Range & { isUsed: boolean };
type Place = "file" | "stage" | "instruction" | "line";
type Name = {
	readonly word: Word;
	readonly comment: IgnoreComment;
	/** Rule ids, or `everything`. */ readonly rules: readonly string[];
	readonly covers: readonly Cover[];
};

/** What the file's comments ignore; `suppresses` keeps account of what was of use. */
export class Suppression {
	readonly #file: Dockerfile;
	readonly #rules: readonly Rule[];
	readonly #names: Name[] = [];
	/** By rule id, or `everything`; in each place covers ascend and do not overlap. */
	readonly #covers = new Map<string, Map<Place, Cover[]>>();
	/** Whether the file asks that what BuildKit's checks find is an error. */
	readonly buildkitErrors: boolean;

	constructor(file: Dockerfile, comments: readonly Located[], rules: readonly Rule[]) {
		this.#file = file;
		this.#rules = rules;
		this.buildkitErrors = comments.some(({ comment, place }) => comment.buildkitErrors && place === "file");
		for (const { comment, place, range } of comments) {
			for (const word of comment.names) {
				const isEverything = word.text.toLowerCase() === everything;
				const ids = isEverything ? [everything] : findRules(rules, word.text).map(({ id }) => id);
				this.#names.push({ word, comment, rules: ids, covers: range ? ids.map((id) => this.#cover(id, place, range)) : [] });
			}
		}
	}

	/** Whether a comment ignores that rule's finding there. */
	suppresses(rule: string, { start }: Range): boolean {
		const own = this.#use(rule, start);
		// A file that Docker cannot read is no matter of taste: only its own name silences that.
		const all = rule !== "syntax-error" && this.#use(everything, start);
		return own || all;
	}

	/** What became of each name, once all rules in `ran` are through. */
	judge(ran: ReadonlySet<string>): readonly IgnoredName[] {
		return this.#names.map(({ word, comment, rules, covers }) => {
			const foreign = isForeignName(this.#rules, word.text);
			const status = statusOf(rules, covers, foreign, ran);
			return {
				name: word.text,
				at: { start: word.start, end: word.end },
				status,
				foreign,
				similar: status === "unknown" ? findSimilarRule(this.#rules, word.text) : undefined,
				removal: removalOf(this.#file.text, word, comment),
			};
		});
	}

	#cover(rule: string, place: Place, { start, end }: Range): Cover {
		const places = this.#covers.get(rule) ?? new Map<Place, Cover[]>();
		this.#covers.set(rule, places);
		const covers = places.get(place) ?? [];
		places.set(place, covers);
		const last = covers.at(-1);
		if (last?.start === start) return last;
		const cover = { start, end, isUsed: false };
		covers.push(cover);
		return cover;
	}

	#use(rule: string, offset: number): boolean {
		let isCovered = false;
		for (const covers of this.#covers.get(rule)?.values() ?? []) {
			const cover = lastBelow(covers, offset + 1, ({ start }) => start);
			if (!cover || offset > cover.end) continue;
			cover.isUsed = true;
			isCovered = true;
		}
		return isCovered;
	}
}

function statusOf(rules: readonly string[], covers: readonly Cover[], isForeign: boolean, ran: ReadonlySet<string>): IgnoredName["status"] {
	if (covers.some(({ isUsed }) => isUsed)) return "used";
	if (rules.length === 0) return isForeign ? "unjudged" : "unknown";
	return rules.every((rule) => rule === everything || ran.has(rule)) ? "unused" : "unjudged";
}

/** BuildKit's word for all checks at once; accepted in each dialect. */
const everything = "all";

/** What the file's comments ignore; undefined where they ignore nothing, which is the common case. */
export function findSuppression(file: Dockerfile, rules: readonly Rule[]): Suppression | undefined {
	const comments = locateIgnoreComments(file);
	return comments.length > 0 ? new Suppression(file, comments, rules) : undefined;
}

/** An ignore comment and what it covers; no range where nothing follows that it could be about. */
export type Located = { readonly comment: IgnoreComment; readonly place: Place; readonly range: Range | undefined };

/** The file's ignore comments in order. */
export function locateIgnoreComments(file: Dockerfile): readonly Located[] {
	const ignores = file.comments.map((comment) => readIgnoreComment(file.text, comment));
	if (!ignores.some(Boolean)) return [];
	const located: Located[] = [];
	const directives = new Set(file.directives.map(({ range }) => range.start));
	const froms = instructionsOf(file, "FROM");
	let [from, below] = [0, 0];
	for (let first = 0; first < file.comments.length;) {
		const afterBlock = endOfBlock(file.comments, first, directives);
		const [start, last] = [file.comments[first]?.start ?? 0, file.comments[afterBlock - 1]];
		while ((froms[from]?.range.start ?? Infinity) < start) from++;
		while ((file.instructions[below]?.fullRange.end ?? Infinity) < start) below++;
		const instruction = file.instructions[below];
		for (const comment of ignores.slice(first, afterBlock)) {
			if (!comment || !last) continue;
			if (comment.scope === "file" || directives.has(comment.range.start)) located.push({ comment, place: "file", range: { start: 0, end: file.text.length } });
			else if (comment.scope === "stage")
				located.push({ comment, place: "stage", range: stageRange(file, froms, instruction === froms[from] ? from : from - 1) });
			else if (instruction && instruction.startLine <= last.line) located.push({ comment, place: "line", range: lineBelow(file.text, last.end, instruction) });
			else if (instruction?.startLine !== last.line + 1) located.push({ comment, place: "instruction", range: undefined });
			else located.push({ comment, place: "instruction", range: { start, end: instruction.fullRange.end } });
		}
		first = afterBlock;
	}
	return located;
}

/** Index after the last of the comments that stand on consecutive lines; a parser directive stands alone. */
function endOfBlock(comments: readonly Comment[], first: number, directives: ReadonlySet<number>): number {
	let next = first + 1;
	if (directives.has(comments[first]?.start ?? -1)) return next;
	while (comments[next]?.line === (comments[next - 1]?.line ?? 0) + 1) next++;
	return next;
}

/** The comments directly above the instruction, to the next that is none; parser directives are not among them. */
export function commentsAbove({ comments, directives }: Dockerfile, { startLine }: Instruction): readonly Comment[] {
	const after = comments.findIndex(({ line }) => line >= startLine);
	const last = after < 0 ? comments.length : after;
	let first = last;
	for (let line = startLine - 1; comments[first - 1]?.line === line; line--) first--;
	return comments.slice(first, last).filter(({ start }) => !directives.some((directive) => directive.range.start === start));
}

function stageRange({ text }: Dockerfile, froms: readonly Instruction[], index: number): Range | undefined {
	const from = froms[index];
	return from && { start: from.range.start, end: (froms[index + 1]?.range.start ?? text.length + 1) - 1 };
}

/** The next physical line of the instruction that is neither empty nor a comment. */
function lineBelow(text: string, offset: number, { fullRange }: Instruction): Range | undefined {
	let start = text.indexOf("\n", offset) + 1;
	while (start > 0 && start <= fullRange.end) {
		const feed = text.indexOf("\n", start);
		const end = feed < 0 ? text.length : feed;
		const line = text.slice(start, end).trimStart();
		if (line && !line.startsWith("#")) return { start, end };
		start = feed + 1;
	}
	return undefined;
}
