import { folderOf } from "../../../compose/file-paths.ts";
import { parse } from "../../../compose/parse.ts";
import { nameOf } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { say } from "../../../text/message.ts";
import { insert, remove } from "../../../text/text.ts";
import { columnOf, dashOf, lineStart, nextLine, stepOf } from "./layout.ts";
import { entryIn, isAt, isOrdinary, type Place } from "./place.ts";
import type { Change, Rewrites } from "./rewrites.ts";
import type { Surroundings } from "./same-project.ts";

/** A service in this file, or in one of its own that this one includes. */
export const serviceAndInclude: Rewrites = {
	there: { title: ({ path }) => say`Move the service \`${String(path[1])}\` to \`${fileNameFor(String(path[1]))}\``, edits: toOwnFile },
	back: { title: (place) => say`Take the service of \`${itemAt(place)?.source ?? ""}\` into this file`, edits: fromOwnFile },
	isAnyOrder: true,
};

const fileNameFor = (service: string): string => `compose.${service}.yaml`;

const beside = (around: Surroundings, name: string): string => `${folderOf(around.path).replace(/\/$/, "")}/${name}`;

function toOwnFile({ file, root, path, entry, value, selection }: Place, around: Surroundings): Change | undefined {
	const { text } = file;
	const isOnKey = entry.key.start <= selection.start && selection.end <= entry.key.end;
	const document = file.roots[root];
	const services = entryIn(document, "services");
	if (!isAt(path, "services.*") || !isOnKey || !services || services.value?.kind !== "mapping" || services.value.isFlow || value?.kind !== "mapping")
		return undefined;
	const name = String(path[1]);
	const created = beside(around, fileNameFor(name));
	const column = columnOf(text, entry.start);
	if (services.value.entries.length < 2 || !/^[\w.-]+$/.test(name) || value.isFlow || columnOf(text, services.start) !== 0 || column === 0) return undefined;
	if (around.files.text(created) !== undefined || !isOrdinary(services.value)) return undefined;
	let start = lineStart(text, entry.start);
	// Comments directly above are about it.
	while (start > lineStart(text, services.start) && text.slice(lineStart(text, start - 1), start).startsWith(`${" ".repeat(column)}#`))
		start = lineStart(text, start - 1);
	const end = nextLine(text, entry.end);
	const lineBreak = lineBreakIn(text);
	const block = text.slice(start, end).replace(/\r?\n$/, "");
	const isLast = services.value.entries.at(-1) === entry;
	const blank = isLast ? lineStart(text, start - 1) : nextLine(text, end);
	const isBlank = isLast ? text.slice(blank, start).trim() === "" : text.slice(end, blank).trim() === "";
	const own = isBlank ? (isLast ? { start: blank, end } : { start, end: blank }) : { start, end };
	return {
		edits: [...including(file.text, entryIn(document, "include"), services.start, fileNameFor(name), stepOf(file)), remove(own)],
		creates: { path: created, text: `services:${lineBreak}${block}${lineBreak}` },
	};
}

/** One more item, or the list with it above the services. */
function including(text: string, include: ReturnType<typeof entryIn>, services: number, name: string, step: number) {
	const lineBreak = lineBreakIn(text);
	const last = include?.value?.kind === "sequence" && !include.value.isFlow ? include.value.items.at(-1) : undefined;
	if (!include?.value) {
		let at = lineStart(text, services);
		while (at > 0 && text.slice(lineStart(text, at - 1), at).startsWith("#")) at = lineStart(text, at - 1);
		return [insert(at, `include:${lineBreak}${" ".repeat(step)}- ${name}${lineBreak}${lineBreak}`)];
	}
	if (!last) return [];
	const at = nextLine(text, last.end);
	return [insert(at, `${" ".repeat(columnOf(text, include.value.start))}- ${name}${lineBreak}`)];
}

function itemAt({ path, value, selection }: Place) {
	if (!isAt(path, "include") || value?.kind !== "sequence" || value.isFlow) return undefined;
	const items = value.items.flatMap((item) => (item.kind === "scalar" ? [item] : []));
	return items.find(({ start, end }) => start <= selection.end && selection.start <= end) ?? items.at(-1);
}

function fromOwnFile(place: Place, around: Surroundings): Change | undefined {
	const { file, root, entry, value } = place;
	const { text } = file;
	const item = itemAt(place);
	const content = item && /^[\w./-]+$/.test(item.source) ? around.files.text(beside(around, item.source.replace(/^\.\//, ""))) : undefined;
	const services = entryIn(file.roots[root], "services");
	if (!item || content === undefined || dashOf(text, item) === undefined || services?.value?.kind !== "mapping" || services.value.isFlow) return undefined;
	const included = parse(content);
	const [document, another] = included.roots;
	const [own, more] = document?.kind === "mapping" ? document.entries : [];
	const block = /^services:\r?\n([^]*)$/.exec(content)?.[1];
	// Only where the file holds services and nothing else, in the same columns.
	if (another || more || !own || nameOf(own) !== "services" || own.value?.kind !== "mapping" || block === undefined) return undefined;
	if (columnOf(content, own.value.start) !== columnOf(text, services.value.start)) return undefined;
	const end = nextLine(text, services.end);
	const lineBreak = lineBreakIn(text);
	const added = text[end - 1] === "\n" ? lineBreak + block : lineBreak + lineBreak + block.replace(/\r?\n$/, "");
	const line = { start: lineStart(text, item.start), end: nextLine(text, item.end) };
	const isOnly = value?.kind === "sequence" && value.items.length === 1;
	const below = nextLine(text, line.end);
	const whole = { start: entry.start, end: text.slice(line.end, below).trim() === "" ? below : line.end };
	return { edits: [remove(isOnly ? whole : line), insert(end, added)] };
}
