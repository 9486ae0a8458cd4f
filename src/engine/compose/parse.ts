import { say } from "../text/message.ts";
import { type Range, remove } from "../text/text.ts";
import { libraryTree } from "../yaml/library-tree.ts";
import { readInParts } from "../yaml/read-in-parts.ts";
import { readTree } from "../yaml/read-tree.ts";
import { repairedLine } from "../yaml/repair-line.ts";
import { strayTabs } from "./stray-tabs.ts";
import type { ComposeFile } from "./syntax.ts";

/** Never throws. Load it lazily: it brings a YAML parser. */
export function parse(text: string): ComposeFile {
	const start = text.search(refused);
	if (start < 0) return parseLines(text);
	const at = { start, end: start + 1 };
	// Nothing else is looked at, as if it were not there.
	const { roots, comments } = parseLines(text.replaceAll(new RegExp(refused, "g"), " "));
	const message = say`the control character \`${`U+${text.charCodeAt(start).toString(16).toUpperCase().padStart(4, "0")}`}\` stands here, which nobody sees and YAML does not take`;
	return { text, roots, comments, problems: [{ at, message, isRepeated: false, edit: remove(at) }] };
}

/** What go-yaml's reader does not take, wherever it stands: https://pkg.go.dev/go.yaml.in/yaml/v4. */
const refused = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/;

/** Beside `\n`, these end a line for go-yaml. Each is one character, and so all places stay. In quotes the last two stay what they are for it, and are a blank here. */
const otherBreaks = /[\x85\u2028\u2029]/;

const parseLines = (text: string): ComposeFile =>
	otherBreaks.test(text) ? { ...parseText(text.replaceAll(new RegExp(otherBreaks, "g"), "\n")), text } : parseText(text);

function parseText(text: string): ComposeFile {
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
