import { nameOf } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { say } from "../../../text/message.ts";
import { type Edit, insert, remove, replace } from "../../../text/text.ts";
import { columnOf, lineEnd, stepOf } from "./layout.ts";
import { isOrdinary, type Place } from "./place.ts";
import { inFile, type Rewrites } from "./rewrites.ts";
import { canBePlain, doubleQuoted, isText, quoteOf } from "./spelling.ts";

/** What is shorter is read well enough in one line. */
const fewest = 30;

export const stringAndBlock: Rewrites = {
	there: inFile(({ entry }) => say`Write \`${nameOf(entry) ?? ""}\` as a block of lines`, toBlock),
	back: inFile(({ entry }) => say`Write \`${nameOf(entry) ?? ""}\` in one line`, toLine),
};

function toBlock({ file, entry, value }: Place): readonly Edit[] | undefined {
	const { text } = file;
	if (value?.kind !== "scalar" || !isOrdinary(value) || text.slice(entry.key.end, value.start) !== ": " || isInBrackets(text, entry.start)) return undefined;
	const { source } = value;
	const quote = quoteOf(text, value);
	if (quote === undefined || quote === "'" || (quote === "" && !isText(source)) || (source.length < fewest && !source.includes("\n"))) return undefined;
	// A block says by its last line break whether there is one, and its first line how far it is indented.
	if (!/^\S/.test(source) || /[\r\t\0-\x08\x0b-\x1f\u0085\u2028\u2029\uFEFF]|[ ]\n|\n\n$| $/.test(source)) return undefined;
	const indent = " ".repeat(columnOf(text, entry.key.start) + stepOf(file));
	const lines = source.replace(/\n$/, "").split("\n");
	const block = lines.map((line) => lineBreakIn(text) + (line === "" ? "" : indent + line)).join("");
	return [replace(value, source.endsWith("\n") ? "|" : "|-"), insert(lineEnd(text, value.end), block)];
}

function toLine({ file, value }: Place): readonly Edit[] | undefined {
	const { text } = file;
	if (value?.kind !== "scalar" || value.isPlain || !isOrdinary(value)) return undefined;
	const header = /^\|-?/.exec(text.slice(value.start, value.end))?.[0];
	const first = lineEnd(text, value.start);
	if (header === undefined || !/^\|-?(?: +#.*)?$/.test(text.slice(value.start, first)) || first >= value.end) return undefined;
	const { source } = value;
	const isPlain = canBePlain(source, { isFlow: false }) && isText(source);
	return [replace({ start: value.start, end: value.start + header.length }, isPlain ? source : doubleQuoted(source)), remove({ start: first, end: value.end })];
}

/** The line begins with the key, or with the dashes of items. */
const isInBrackets = (text: string, offset: number): boolean => !/^[ \uFEFF-]*$/.test(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
