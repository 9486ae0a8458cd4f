import { folderOf } from "../../../compose/file-paths.ts";
import { type ComposeFile, type ComposeNode } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { say } from "../../../text/message.ts";
import { replace } from "../../../text/text.ts";
import { columnOf, dashOf, lineEnd, lineStart, nextLine, stepOf } from "./layout.ts";
import { entryIn, isAt, isEmpty, isOrdinary, type Place } from "./place.ts";
import type { Change, Rewrites } from "./rewrites.ts";
import type { Surroundings } from "./same-project.ts";
import { canBePlain, quoteOf, rawOf } from "./spelling.ts";

/** The variables of a service in the file, or in one of their own: a list of them has its file in a list. */
export const environmentAndFile: Rewrites = {
	there: { title: ({ path }) => say`Move \`environment\` to \`${fileNameFor(path)}\``, edits: toFile },
	back: { title: ({ value, file }) => say`Write the variables of \`${value ? fileNameIn(file, value) : ""}\` into \`environment\``, edits: toEnvironment },
};

const fileNameFor = (path: Place["path"]): string => `${String(path[1])}.env`;

const fileNameIn = ({ text }: ComposeFile, value: ComposeNode): string => text.slice(value.start, value.end).replace(/^- /, "");

const serviceOf = ({ file, root, path }: Place): ComposeNode | undefined => entryIn(entryIn(file.roots[root], "services")?.value, String(path[1]))?.value;

function toFile(place: Place, around: Surroundings): Change | undefined {
	const { file, path, entry, value } = place;
	const { text } = file;
	if (!isAt(path, "services.*.environment") || (value?.kind !== "mapping" && value?.kind !== "sequence") || value.isFlow || !isOrdinary(value))
		return undefined;
	const name = fileNameFor(path);
	const created = `${folderOf(around.path).replace(/\/$/, "")}/${name}`;
	if (!/^[\w.-]+$/.test(name) || entryIn(serviceOf(place), "env_file") || around.files.text(created) !== undefined) return undefined;
	const first = nextLine(text, entry.key.end);
	if (!/^:\r?\n$/.test(text.slice(entry.key.end, first))) return undefined;
	const variables = new Map<number, string>();
	for (const [line, variable] of value.kind === "mapping" ? inMapping(file, value) : inList(file, value)) variables.set(line, variable);
	const column = columnOf(text, value.start);
	const lines: string[] = [];
	for (let at = first; at < value.end; at = nextLine(text, at)) {
		const line = text.slice(at, lineEnd(text, at));
		const variable = variables.get(at);
		if (variable !== undefined) lines.push(variable);
		else if (line === "" || (line.startsWith(`${" ".repeat(column)}#`) && line.trimEnd() === line)) lines.push(line.slice(column));
		else return undefined;
		if (nextLine(text, at) === text.length) break;
	}
	const lineBreak = lineBreakIn(text);
	const named = value.kind === "mapping" ? ` ${name}` : `${lineBreak}${" ".repeat(column)}- ${name}`;
	return {
		edits: [replace({ start: entry.key.start, end: value.end }, `env_file:${named}`)],
		creates: { path: created, text: lines.join(lineBreak) + lineBreak },
	};
}

const variableName = /^[A-Za-z_]\w*$/;

/** Where a line begins, and what stands in it instead; a line of which nothing is given cannot be moved. */
function* inMapping({ text }: ComposeFile, value: ComposeNode & { readonly kind: "mapping" }): Generator<readonly [number, string]> {
	for (const { key, value: held, start, end } of value.entries) {
		if (key.kind !== "scalar" || !key.isPlain || held?.kind !== "scalar" || isEmpty(held) || !isOrdinary(held) || text.slice(key.end, held.start) !== ": ")
			continue;
		const quote = quoteOf(text, held);
		if (quote === undefined || !variableName.test(key.source) || held.source.includes("$") || lineEnd(text, end) !== end) continue;
		yield [lineStart(text, start), `${key.source}=${quote}${rawOf(text, held)}${quote}`];
	}
}

function* inList({ text }: ComposeFile, value: ComposeNode & { readonly kind: "sequence" }): Generator<readonly [number, string]> {
	for (const item of value.items) {
		if (item.kind !== "scalar" || !isOrdinary(item) || dashOf(text, item) === undefined) continue;
		const quote = quoteOf(text, item);
		const [, name = "", held] = /^([^=]*)=(.*)$/.exec(rawOf(text, item)) ?? [];
		if (quote === undefined || held === undefined || !variableName.test(name) || held.includes("$") || lineEnd(text, item.end) !== item.end) continue;
		yield [lineStart(text, item.start), `${name}=${quote}${held}${quote}`];
	}
}

function toEnvironment(place: Place, around: Surroundings): Change | undefined {
	const { file, path, entry, value } = place;
	const { text } = file;
	if (!isAt(path, "services.*.env_file") || !value || !isOrdinary(value) || entryIn(serviceOf(place), "environment")) return undefined;
	const isList = value.kind === "sequence";
	const [item, another] = isList ? value.items : [value];
	if (item?.kind !== "scalar" || another || !/^[\w./-]+$/.test(text.slice(item.start, item.end))) return undefined;
	const content = around.files.text(`${folderOf(around.path).replace(/\/$/, "")}/${item.source.replace(/^\.\//, "")}`);
	if (content === undefined || (isList && (value.isFlow || dashOf(text, item) === undefined))) return undefined;
	const indent = " ".repeat(isList ? columnOf(text, value.start) : columnOf(text, entry.key.start) + stepOf(file));
	const lines: string[] = [];
	for (const line of content.replace(/\r?\n$/, "").split(/\r?\n/)) {
		const written = line === "" ? "" : line.startsWith("#") ? indent + line : variable(line, isList);
		if (written === undefined) return undefined;
		lines.push(line === "" || line.startsWith("#") ? written : indent + written);
	}
	const lineBreak = lineBreakIn(text);
	return { edits: [replace({ start: entry.key.start, end: value.end }, ["environment:", ...lines].join(lineBreak))] };
}

/** A line of the file as an item or an entry. */
function variable(line: string, isItem: boolean): string | undefined {
	const [, name = "", quote = "", raw = ""] = /^(\w+)=(["']?)(.*)\2$/.exec(line) ?? [];
	if (!variableName.test(name) || /\$/.test(raw)) return undefined;
	const isPlain = quote === "" && canBePlain(isItem ? `${name}=${raw}` : raw, { isFlow: false });
	if (quote === "" && !isPlain) return undefined;
	return isItem ? `- ${quote}${name}=${raw}${quote}` : `${name}: ${quote}${raw}${quote}`;
}
