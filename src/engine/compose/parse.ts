import { say } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import { libraryTree } from "../yaml/library-tree.ts";
import { readInParts } from "../yaml/read-in-parts.ts";
import { readTree } from "../yaml/read-tree.ts";
import { repairedLine } from "../yaml/repair-line.ts";
import { strayTabs } from "./stray-tabs.ts";
import type { ComposeFile } from "./syntax.ts";

/** Never throws. Load it lazily: it brings a YAML parser. */
export function parse(text: string): ComposeFile {
	const read = readTree(text);
	if (read) return { text, ...read, problems: strayTabs({ text, ...read }) };
	const inParts = readInParts(text);
	const { roots, comments, problems: mistakes, tooDeep } = inParts ?? libraryTree(text);
	const loose = mistakes.length > 0 ? readTree(text, { isLoose: true }) : undefined;
	if (loose) return { text, ...loose, problems: strayTabs({ text, ...loose }) };
	const problems = mistakes.map(({ at, message, isRepeated, isLocal, opensBracket, edit, first }): ComposeFile["problems"][number] => {
		const repair = edit ? { edit } : isLocal ? undefined : repairedLine(text, at, { mayRead: inParts?.mayRead, opensBracket });
		return { at: shown(text, at.start, at.end), message, isRepeated, ...(first && { first }), ...repair };
	});
	if (tooDeep) problems.push({ at: tooDeep, message: say`it is nested too deeply`, isRepeated: false });
	if (problems.length === 0) problems.push(...strayTabs({ text, roots, comments }));
	problems.sort((one, other) => one.at.start - other.at.start);
	return { text, roots, comments, problems };
}

/** What ends too early is shown at its last character, and a blank with the word behind it. */
function shown(text: string, start: number, end: number): Range {
	const last = text.trimEnd().length;
	if (start >= last) return { start: Math.max(0, last - 1), end: last };
	const word = start + text.slice(start).search(/\S/) + 1;
	return { start, end: Math.max(word, Math.min(end, text.length)) };
}
