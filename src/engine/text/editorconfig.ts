import { all, any, character, edge, type Expression, one, repeat, toTest } from "./automaton.ts";
import { setOf } from "./wildcards.ts";

/** What an `.editorconfig` says of one kind of files. Names and values in small letters. */
type Section = { readonly fits: (path: string) => boolean; readonly settings: ReadonlyMap<string, string> };

/** https://spec.editorconfig.org */
export type EditorConfig = {
	/** Files in folders above do not count. */
	readonly isRoot: boolean;
	/** In the order of the file; of two that say the same the later counts. */
	readonly sections: readonly Section[];
};

/** Never throws: a line that is none of the format says nothing. */
export function parseEditorConfig(text: string): EditorConfig {
	const sections: Section[] = [];
	let isRoot = false;
	let settings: Map<string, string> | undefined;
	for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
		const glob = /^\s*\[(.+)\]\s*(?:[#;].*)?$/.exec(line)?.[1];
		if (glob !== undefined) {
			settings = new Map();
			sections.push({ fits: toTestOf(glob), settings });
			continue;
		}
		const [, name, value] = /^\s*([^#;=\s][^=]*?)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
		if (name === undefined || value === undefined) continue;
		const meant = value.replace(/\s+[#;].*$/, "").toLowerCase();
		if (settings) settings.set(name.toLowerCase(), meant);
		else if (name.toLowerCase() === "root") isRoot = meant === "true";
	}
	return { isRoot, sections };
}

/** What it says of a file whose path is relative to its folder, with "/" between the parts. */
export function settingsFor({ sections }: EditorConfig, path: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const { fits, settings } of sections) if (fits(path)) for (const [name, value] of settings) found.set(name, value);
	return found;
}

/** `*` and `?` stay within a part of the path, `**` crosses parts, `{a,b}` is one of several and `{1..3}` a number; without a slash the pattern counts in every folder. */
function toTestOf(glob: string): (path: string) => boolean {
	const before = /^\/|.\//.test(glob) ? [] : [repeat(all([anything, slash]), 0, 1)];
	/** The alternatives of each brace that is open, the innermost last. */
	const groups: Expression[][][] = [[[]]];
	const push = (expression: Expression): void => void groups.at(-1)?.at(-1)?.push(expression);
	const close = (): Expression => any(groups.pop()?.map(all) ?? []);
	for (const [token] of glob.replace(/^\//, "").matchAll(/\*\*\/|\*\*|\*|\?|\[!?[^\]/]+\]|\{-?\d+\.\.-?\d+\}|\{[^{},]*\}|\\.|./gsu)) {
		if (token === "**/") push(repeat(all([anything, slash]), 0, 1));
		else if (token === "**") push(anything);
		else if (token === "*") push(repeat(inPart, 0, Infinity));
		else if (token === "?") push(inPart);
		else if (token.length > 2 && token.startsWith("[")) push(one(setOf(token)));
		else if (/^\{-?\d+\.\./.test(token)) push(numberIn(token));
		else if (token === "{") groups.push([[]]);
		else if (token === "}" && groups.length > 1) push(close());
		else if (token === "," && groups.length > 1) groups.at(-1)?.push([]);
		else push(literal(token.startsWith("\\") && token.length > 1 ? token.slice(1) : token));
	}
	while (groups.length > 1) push(close());
	return toTest(all([edge("^"), ...before, ...(groups[0]?.[0] ?? []), edge("$")])) ?? (() => false);
}

const slash = character("/");
const inPart = one("[^/]");
const anything = repeat(one("[^]"), 0, Infinity);
const literal = (text: string): Expression => all([...text].map((each) => character(each)));

/** More than so many are any number. */
const mostNumbers = 200;

function numberIn(token: string): Expression {
	const [from = 0, to = 0] = (token.match(/-?\d+/g) ?? []).map(Number);
	const [least, most] = [Math.min(from, to), Math.max(from, to)];
	if (most - least >= mostNumbers) return all([repeat(character("-"), 0, 1), repeat(one("[0-9]"), 1, Infinity)]);
	return any(Array.from({ length: most - least + 1 }, (_, index) => literal(String(least + index))));
}
