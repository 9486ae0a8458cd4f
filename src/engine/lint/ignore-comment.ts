import { remove, type Edit, type Range } from "../text/text.ts";

/** A name in a comment, as it is written. */
export type IgnoredWord = Range & { readonly text: string };

/** A comment that ignores rules. `below` is the instruction that the comment stands above, or inside an instruction the physical line. */
export type IgnoreComment = {
	readonly dialect: "hullwright" | "hadolint" | "tally" | "check" | "dclint";
	readonly scope: "file" | "stage" | "below";
	/** In order. A lone empty name where the list of Hullwright's own dialect is missing. */
	readonly names: readonly IgnoredWord[];
	/** `error=true` of BuildKit's dialect. */
	readonly buildkitErrors: boolean;
	/** From `#` to the end of the comment. */
	readonly range: Range;
};

const head = /#[ \t]*(?:(hullwright|hadolint|tally)[ \t]+(?:(file|global|stage)[ \t]+)?ignore(?![\w-])[ \t]*(=?)[ \t]*|check[ \t]*=[ \t]*)/iy;
const dialects = ["hullwright", "hadolint", "tally"] as const;
const ruleName = /[a-z\d](?:[\w/-]|\.(?=\w))*/iy;
const comma = /[ \t]*,[ \t]*/y;
const checkOption = /;?[ \t]*(?:(skip)[ \t]*=[ \t]*|error[ \t]*=[ \t]*(1|t|true)?(?![^\s;])|[^;\s]*)/iy;

/** What the comment at that range ignores; undefined where it is a comment like any other. */
export function readIgnoreComment(text: string, range: Range): IgnoreComment | undefined {
	const match = matchAt(head, text, range.start);
	if (!match) return undefined;
	const [all, word, scope, equals] = match;
	const start = range.start + all.length;
	if (!word) return { dialect: "check", scope: "below", ...readCheck(text, start, range.end), range };
	const dialect = dialects.find((each) => each === word.toLowerCase()) ?? "hullwright";
	const names = equals ? readNames(text, start) : [];
	if (names.length === 0 && dialect === "hullwright") names.push({ text: "", start: range.start, end: range.end });
	return { dialect, scope: !scope ? "below" : scope.toLowerCase() === "stage" ? "stage" : "file", names, buildkitErrors: false, range };
}

const dclintHead = /#[ \t]*dclint[ \t]+disable(-file|-line)?(?![\w-])[ \t]*/iy;
const dclintName = /([a-z\d][\w-]*)[ \t]*/iy;

/** The same for a comment of dclint, in whose files it counts; names stand one behind the other there, and none means all. */
export function readDclintComment(text: string, range: Range): IgnoreComment | undefined {
	const match = matchAt(dclintHead, text, range.start);
	if (!match) return undefined;
	const kind = match[1]?.toLowerCase();
	const names: IgnoredWord[] = [];
	for (let offset = range.start + match[0].length; kind !== "-file" && offset < range.end;) {
		const [whole, name] = matchAt(dclintName, text, offset) ?? [];
		if (whole === undefined || name === undefined) break;
		names.push({ text: name, start: offset, end: offset + name.length });
		offset += whole.length;
	}
	if (names.length === 0) names.push({ text: "all", start: range.start, end: range.end });
	return { dialect: "dclint", scope: kind === "-line" ? "below" : "file", names, buildkitErrors: false, range };
}

/** Takes a name out of its list, or the whole line away where that leaves nothing. */
export function removalOf(text: string, name: IgnoredWord, comment: IgnoreComment): Edit {
	const index = comment.names.findIndex(({ start }) => start === name.start);
	const [before, after] = [comment.names[index - 1], comment.names[index + 1]];
	if (after) return remove({ start: name.start, end: after.start });
	if (before) return remove({ start: before.end, end: name.end });
	if (comment.dialect === "check" && text.slice(comment.range.start, comment.range.end).includes(";")) {
		const option = text.slice(comment.range.start, name.start).search(/;?[ \t]*skip[ \t]*=[ \t]*$/i);
		const start = comment.range.start + option;
		return remove({ start, end: text[start] === ";" || text[name.end] !== ";" ? name.end : name.end + 1 });
	}
	const lineStart = Math.max(text.lastIndexOf("\n", comment.range.start - 1) + 1, text.startsWith("\uFEFF") ? 1 : 0);
	// Behind something else the comment alone goes.
	const code = text.slice(lineStart, comment.range.start).trimEnd();
	if (code !== "") return remove({ start: lineStart + code.length, end: comment.range.end });
	const lineEnd = text.indexOf("\n", comment.range.end);
	return remove({ start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 });
}

function readCheck(text: string, start: number, end: number): { readonly names: readonly IgnoredWord[]; readonly buildkitErrors: boolean } {
	const names: IgnoredWord[] = [];
	let buildkitErrors = false;
	for (let offset = start; offset < end;) {
		const match = matchAt(checkOption, text, offset);
		if (!match?.[0]) break;
		offset += match[0].length;
		if (match[2]) buildkitErrors = true;
		if (!match[1]) continue;
		const skipped = readNames(text, offset);
		for (const name of skipped) names.push(name);
		offset = skipped.at(-1)?.end ?? offset;
	}
	return { names, buildkitErrors };
}

function readNames(text: string, start: number): IgnoredWord[] {
	const names: IgnoredWord[] = [];
	for (let offset = start; ;) {
		const name = matchAt(ruleName, text, offset)?.[0];
		if (!name) return names;
		names.push({ text: name, start: offset, end: offset + name.length });
		offset += name.length;
		const separator = matchAt(comma, text, offset);
		if (!separator) return names;
		offset += separator[0].length;
	}
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
	pattern.lastIndex = offset;
	return pattern.exec(text);
}
