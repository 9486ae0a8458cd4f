import { aliasesOf, findRules, findSimilarRule, isForeignName, peerIdsOf } from "../lint/rule-names.ts";
import type { Language, SourceFile } from "../lint/language.ts";
import type { Peer, Rule } from "../lint/rule.ts";
import { type RuleState } from "../lint/rule-state.ts";
import { severityNames, spokenRule } from "../lint/spoken.ts";
import { type Catalogue, say, textOf, toPlainText } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import { scan } from "./configuration/scan.ts";
import type { Hover } from "./hover.ts";
import { code, paragraphs } from "./markdown.ts";
import { alsoKnownAs, describeRule } from "./rule-hover.ts";

/** A word that is meant to name a rule. */
export type RuleWord = Range & { readonly text: string };

/** What is to be known besides a word. */
export type RuleWordContext = {
	readonly rules: readonly Rule[];
	readonly catalogue: Catalogue | undefined;
	rulePage(id: string): string | undefined;
	/** Whether the rule is on for the document. */
	stateOf(rule: Rule): RuleState;
};

/** Those in comments that ignore rules, whatever the dialect. */
export const wordsInComments = <File extends SourceFile>(language: Language<File>, file: File): readonly RuleWord[] =>
	language.ignoreComments(file).flatMap(({ comment }) => comment.names.filter(({ text }) => text !== "" && text.toLowerCase() !== "all"));

/** Those that a `.hullwright.yaml` sets. */
export const wordsInConfiguration = (text: string): readonly RuleWord[] =>
	scan(text).entries.flatMap(({ path, key }) => (path.length === 2 && path[0] === "rules" ? [{ ...key, text: text.slice(key.start, key.end) }] : []));

/** Those that a `.hadolint.yaml` ignores, or makes more or less severe. */
export const wordsInHadolintConfiguration = (text: string): readonly RuleWord[] =>
	scan(text).items.flatMap(({ path: [first, second, third], item }) => {
		const names = first === "ignored" ? second === undefined : first === "override" && second !== undefined && third === undefined;
		return names ? [{ ...item, text: text.slice(item.start, item.end) }] : [];
	});

/** The rules that the word names, with whether they are on and who says so; of one that names none, which it may mean. */
export function ruleWordHover(words: readonly RuleWord[], offset: number, context: RuleWordContext): Hover | undefined {
	const word = words.find(({ start, end }) => start <= offset && offset <= end);
	if (!word) return undefined;
	const { rules, catalogue, rulePage, stateOf } = context;
	const range = { start: word.start, end: word.end };
	const named = findRules(rules, word.text);
	if (named.length > 0) {
		const about = named.map((rule) => {
			const names = aliasesOf(rule);
			const { severity, reason } = stateOf(rule);
			const state = severity === "off" ? say`Off here: ${reason}.` : say`On here (${severityNames[severity]}): ${reason}.`;
			return paragraphs(
				describeRule(rule, rulePage(rule.id), catalogue),
				textOf(state, catalogue),
				names.length > 0 ? alsoKnownAs(names, catalogue) : undefined,
			);
		});
		return { range, markdown: about.join("\n\n---\n\n") };
	}
	const isForeign = isForeignName(rules, word.text);
	const similar = isForeign ? undefined : findSimilarRule(rules, word.text);
	const unknown = isForeign ? say`Hullwright has no rule for ${code(word.text)}.` : say`No rule is named ${code(word.text)}.`;
	return { range, markdown: textOf(similar === undefined ? unknown : say`${unknown} Did you mean ${code(similar)}?`, catalogue) };
}

/** A name that may be written. */
export type RuleName = { readonly label: string; readonly rule: Rule; readonly detail: string; readonly documentation: string; readonly range: Range };

/** The rules that may be named at the offset of a comment or of a `.hadolint.yaml`, by the names that count there. */
export function ruleNamesAt(text: string, offset: number, place: "comment" | "hadolint", context: RuleWordContext): readonly RuleName[] {
	const { rules, catalogue, rulePage } = context;
	const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
	const match = place === "comment" ? listBefore.exec(line) : undefined;
	const written = /[\w./-]*$/.exec(line)?.[0].length ?? 0;
	const end = offset + (/^[\w./-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
	const range = { start: offset - written, end };
	if (place === "comment" ? !match : !isHadolintList(text, range.start)) return [];
	const peers = place === "hadolint" ? hadolints : peersOfDialect[(match?.[1] ?? "check").toLowerCase()];
	return rules.flatMap((rule) =>
		(peers ? namesAt(rule, peers) : [rule.id]).map((label) => ({
			label,
			rule,
			detail: toPlainText(spokenRule(rule, catalogue).title),
			documentation: describeRule(rule, rulePage(rule.id), catalogue),
			range,
		})),
	);
}

/** A comment up to the name that is being written. */
const listBefore =
	/#[ \t]*(?:(hullwright|hadolint|tally)[ \t]+(?:(?:file|global|stage)[ \t]+)?ignore[ \t]*=|check[ \t]*=(?:[^\s;]*;)*[ \t]*skip[ \t]*=)[ \t]*(?:[\w./-]+[ \t]*,[ \t]*)*[\w./-]*$/i;

const hadolints: readonly Peer[] = ["hadolint", "shellcheck"];

/** Undefined for our own. */
const peersOfDialect: Readonly<Record<string, readonly Peer[] | undefined>> = { hadolint: hadolints, tally: ["tally", "buildkit"], check: ["buildkit"] };

const namesAt = (rule: Rule, peers: readonly Peer[]): readonly string[] => peerIdsOf(rule).flatMap(([peer, id]) => (peers.includes(peer) ? [id] : []));

function isHadolintList(text: string, start: number): boolean {
	const { place } = scan(text, start);
	const [first, second, third] = place?.path ?? [];
	if (place?.expects !== "item") return false;
	return first === "ignored" ? second === undefined : first === "override" && second !== undefined && third === undefined;
}
