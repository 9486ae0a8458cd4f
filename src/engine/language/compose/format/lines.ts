import type { ComposeFile } from "../../../compose/syntax.ts";
import { Lines, type Range } from "../../../text/text.ts";
import { character, isEnd } from "../../../yaml/characters.ts";
import { isMarker } from "../../../yaml/cursor.ts";
import { type Parts, partsOf, type Spread, wordEnd } from "./parts.ts";

/** A mapping or a sequence that is not in brackets, by the column in which its parts begin. */
export type Level = {
	readonly kind: "mapping" | "sequence";
	readonly column: number;
	readonly parent: Level | undefined;
	/** The line it begins on. */
	readonly line: ComposeLine;
	/** Whether it begins behind the `-` of its parent. */
	readonly isBehind: boolean;
};

/** A line without what ends it. */
export type ComposeLine = Range & {
	readonly index: number;
	/** Where something begins in it; its end where nothing does. */
	readonly first: number;
	/** `inside` goes on with what began further up; `kept` is left as it is, whatever it holds. */
	readonly kind: "empty" | "comment" | "part" | "inside" | "kept";
	/** What is open behind it, and of a part the mapping or sequence of which the last in the line is one. */
	level: Level | undefined;
	/** Of a part: the one of which it begins with a part; undefined where it is a value alone. */
	begins: Level | undefined;
	/** What it goes on with. */
	readonly within: Spread | undefined;
};

export type ReadLines = { readonly lines: readonly ComposeLine[]; readonly levels: readonly Level[]; readonly parts: Parts };

/** The lines of a file without mistakes; undefined where something is in it that nobody writes, such as a key behind a `?`. */
export function readLines(file: ComposeFile): ReadLines | undefined {
	const { text } = file;
	const parts = partsOf(file);
	if (!parts) return undefined;
	const { atoms, keys } = parts;
	const offsets = new Lines(text);
	const spreads = { block: cursorOver(parts.blocks), text: cursorOver(parts.texts), brackets: cursorOver(parts.brackets) };
	const lines: ComposeLine[] = [];
	const levels: Level[] = [];
	let [level, atom, key]: [Level | undefined, number, number] = [undefined, 0, 0];
	for (const [index, lineStart] of offsets.starts.entries()) {
		const { end } = offsets.lineRange(index);
		const start = index === 0 && text.charCodeAt(0) === character.byteOrderMark ? 1 : lineStart;
		const first = skipBlanks(text, start, end);
		// At the beginning of the file it would be another.
		if (text.charCodeAt(first) === character.byteOrderMark) return undefined;
		while ((atoms[atom]?.start ?? Infinity) < first) atom++;
		const inBlock = spreads.block(start);
		const inText = spreads.text(start);
		const inBrackets = spreads.brackets(start);
		const within = inBlock ?? inText ?? inBrackets;
		const isComment = atoms[atom]?.start === first && atoms[atom]?.kind === "comment";
		const add = (kind: ComposeLine["kind"]): ComposeLine => {
			const line: ComposeLine = { index, start, end, first, kind, level, begins: undefined, within };
			lines.push(line);
			return line;
		};
		if (inBlock || inText) add("inside");
		else if (first === end) add("empty");
		else if (inBrackets) add("inside");
		else if (isComment) add("comment");
		else if (text.charCodeAt(first) === character.percent && first === start) add("kept");
		else if (first === start && isMarker(text, first)) {
			level = undefined;
			add("part");
		} else {
			const line = add("part");
			let at = first;
			while (isMark(text, at, character.minus)) {
				level = open(levels, level, { kind: "sequence", column: at - start, line, isBehind: at > first });
				line.begins ??= level;
				at = skipBlanks(text, at + 1, end);
			}
			if (isMark(text, at, character.question) || isMark(text, at, character.colon)) return undefined;
			while ((keys[key] ?? Infinity) < at) key++;
			const next = keys[key];
			if (next !== undefined && next < end) {
				if (!isProperties(text, at, next)) return undefined;
				level = open(levels, level, { kind: "mapping", column: at - start, line, isBehind: at > first });
				line.begins ??= level;
			} else if (at === first) while (level && level.column >= at - start) level = level.parent;
			line.level = level;
		}
	}
	return { lines, levels, parts };
}

/** The level itself where it is open by now, and else a new one. */
function open(levels: Level[], current: Level | undefined, { kind, column, line, isBehind }: Omit<Level, "parent">): Level {
	let parent = current;
	while (parent && (parent.column > column || (parent.column === column && parent.kind === "sequence" && kind === "mapping"))) parent = parent.parent;
	if (parent?.column === column && parent.kind === kind) return parent;
	const level: Level = { kind, column, parent, line, isBehind };
	levels.push(level);
	return level;
}

/** What goes over the beginning of a line; asked for one line after the other. */
function cursorOver(spreads: readonly Spread[]): (start: number) => Spread | undefined {
	let next = 0;
	return (start) => {
		while ((spreads[next]?.end ?? Infinity) <= start) next++;
		const spread = spreads[next];
		return spread && spread.start < start ? spread : undefined;
	};
}

export function skipBlanks(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && (text.charCodeAt(at) === character.space || text.charCodeAt(at) === character.tab)) at++;
	return at;
}

const isMark = (text: string, at: number, code: number): boolean => text.charCodeAt(at) === code && isEnd(text.charCodeAt(at + 1));

/** Whether nothing but anchors and tags stands between. */
function isProperties(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at = skipBlanks(text, wordEnd(text, at), end)) {
		const code = text.charCodeAt(at);
		if (code !== character.ampersand && code !== character.bang) return false;
	}
	return true;
}
