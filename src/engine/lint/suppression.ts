import { mostAsked } from "../text/similar.ts";
import type { Range } from "../text/text.ts";
import { removalOf, type IgnoreComment, type IgnoredWord } from "./ignore-comment.ts";
import type { Language, Located, SourceFile } from "./language.ts";
import type { Configuration } from "./configuration.ts";
import { findRules, findSimilarRule, isForeignName } from "./rule-names.ts";
import { shellcheckCodeOf } from "./shellcheck.ts";
import type { IgnoredName, Problem, Rule } from "./rule.ts";
import { lastBelow } from "../text/search.ts";

/** Where findings are ignored. One for all names that ignore the same rule in the same place. */
type Cover = Range & { isUsed: boolean };
type Name = {
	readonly word: IgnoredWord;
	readonly comment: IgnoreComment;
	/** Rule ids, or `everything`. */ readonly rules: readonly string[];
	readonly covers: readonly Cover[];
};

/** What the file's comments ignore; `suppresses` keeps account of what was of use. */
export class Suppression {
	readonly #text: string;
	readonly #rules: readonly Rule[];
	readonly #names: Name[] = [];
	/** By rule id, or `everything`; in each place covers ascend and do not overlap. */
	readonly #covers = new Map<string, Map<string, Cover[]>>();
	/** Whether the file asks that what BuildKit's checks find is an error. */
	readonly buildkitErrors: boolean;

	constructor(text: string, comments: readonly Located[], rules: readonly Rule[], hasShellcheck: boolean) {
		this.#text = text;
		this.#rules = rules;
		this.buildkitErrors = comments.some(({ comment, place }) => comment.buildkitErrors && place === "file");
		for (const { comment, place, range } of comments) {
			for (const word of comment.names) {
				const isEverything = word.text.toLowerCase() === everything;
				const code = hasShellcheck ? shellcheckCodeOf(word.text) : undefined;
				const named = findRules(rules, word.text).map(({ id }) => id);
				const ids = isEverything ? [everything] : code === undefined ? named : [...named, code];
				this.#names.push({ word, comment, rules: ids, covers: range ? ids.map((id) => this.#cover(id, place, range)) : [] });
			}
		}
	}

	/** Whether a comment ignores that rule's finding there. */
	suppresses(rule: string, { at: { start }, refused }: Pick<Problem, "at" | "refused">): boolean {
		const own = this.#use(rule, start);
		const all = !refused && this.#use(everything, start);
		return own || all;
	}

	/** What became of each name, once all rules in `ran` are through. */
	judge(ran: ReadonlySet<string>): readonly IgnoredName[] {
		let asked = 0;
		return this.#names.map(({ word, comment, rules, covers }) => {
			// Who writes for tally or dclint means their names.
			const foreign = comment.dialect === "tally" || comment.dialect === "dclint" || isForeignName(this.#rules, word.text);
			const status = statusOf(rules, covers, foreign, ran);
			return {
				name: word.text,
				at: { start: word.start, end: word.end },
				status,
				foreign,
				similar: status === "unknown" && asked++ < mostAsked ? findSimilarRule(this.#rules, word.text) : undefined,
				comment,
				removal: removalOf(this.#text, word, comment),
			};
		});
	}

	#cover(rule: string, place: string, { start, end }: Range): Cover {
		const places = this.#covers.get(rule) ?? new Map<string, Cover[]>();
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

/** What the file's comments ignore; undefined where they ignore nothing, which is the common case. Where they may not, they are asked for nothing but BuildKit's errors. */
export function findSuppression<File extends SourceFile>(
	language: Language<File>,
	file: File,
	rules: readonly Rule[],
	{ ignoreComments, shellcheck = false }: Pick<Configuration, "ignoreComments" | "shellcheck">,
): Suppression | undefined {
	const found = language.ignoreComments(file);
	const comments = ignoreComments !== false ? found : found.map(({ comment, ...place }) => ({ ...place, comment: { ...comment, names: [] } }));
	return comments.length > 0 ? new Suppression(file.text, comments, rules, shellcheck) : undefined;
}
