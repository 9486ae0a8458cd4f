import { parseVolume } from "../../../compose/short-forms/volumes.ts";
import { type ComposeNode, nameOf } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { say } from "../../../text/message.ts";
import { type Edit, replace } from "../../../text/text.ts";
import { columnOf, dashOf, hasComment, lineStart, stepOf } from "./layout.ts";
import { isAt, isOrdinary, type Place } from "./place.ts";
import { inFile, type Rewrites } from "./rewrites.ts";
import { canBePlain, isText, type Quote, quoteOf, rawOf } from "./spelling.ts";

/** The keys of a long form with their values as they are written, in order; one that holds others has a name of two parts. */
type Long = readonly (readonly [key: string, written: string])[];

type Form = {
	/** Undefined where the short form says something that could not be read back. */
	toLong(source: string, quote: Quote): Long | undefined;
	toShort(long: ReadonlyMap<string, string>): string | undefined;
};

/** What is a list of short forms, or one short form. */
const lists: readonly (readonly [pattern: string, form: () => Form])[] = [
	["services.*.ports", () => ports],
	["services.*.volumes", () => volumes],
	["services.*.secrets", () => only("source")],
	["services.*.configs", () => only("source")],
	["services.*.build.secrets", () => only("source")],
	["services.*.env_file", () => only("path")],
	["include", () => only("path")],
];
const singles: readonly (readonly [pattern: string, form: () => Form])[] = [
	["services.*.build", () => only("context")],
	["services.*.extends", () => only("service")],
];

export const shortAndLong: Rewrites = {
	there: inFile(
		({ entry }) => say`Write \`${nameOf(entry) ?? ""}\` in the long form`,
		(place) => rewritten(place, longOf),
	),
	back: inFile(
		({ entry }) => say`Write \`${nameOf(entry) ?? ""}\` in the short form`,
		(place) => rewritten(place, shortOf),
	),
};

type Rewrite = (place: Place, node: ComposeNode, form: Form, isItem: boolean) => readonly Edit[] | undefined;

/** The items that are selected, or all of them. */
function rewritten(place: Place, rewrite: Rewrite): readonly Edit[] | undefined {
	const { path, value, selection } = place;
	const [, single] = singles.find(([pattern]) => isAt(path, pattern)) ?? [];
	if (single) return value && isOrdinary(value) ? rewrite(place, value, single(), false) : undefined;
	const [, list] = lists.find(([pattern]) => isAt(path, pattern)) ?? [];
	if (!list || value?.kind !== "sequence" || value.isFlow || value.tag !== undefined) return undefined;
	const selected = value.items.filter(({ start, end }) => start <= selection.end && selection.start <= end);
	const edits: Edit[] = [];
	for (const item of selected.length > 0 ? selected : value.items) {
		const change = isOrdinary(item) && dashOf(place.file.text, item) !== undefined ? rewrite(place, item, list(), true) : undefined;
		if (!change) return undefined;
		edits.push(...change);
	}
	return edits.length > 0 ? edits : undefined;
}

function longOf({ file, entry }: Place, node: ComposeNode, form: Form, isItem: boolean): readonly Edit[] | undefined {
	if (node.kind !== "scalar") return undefined;
	const quote = quoteOf(file.text, node);
	// What a variable holds may have parts, too.
	if (quote === undefined || node.source.includes("$") || rawOf(file.text, node) !== node.source) return undefined;
	const long = form.toLong(node.source, quote);
	if (!long) return undefined;
	const step = stepOf(file);
	const column = isItem ? columnOf(file.text, node.start) : columnOf(file.text, entry.key.start) + step;
	const lines = linesOf(long, column, step);
	const lineBreak = lineBreakIn(file.text);
	if (isItem) return [replace(node, lines.join(lineBreak).trimStart())];
	// The blank behind the colon goes.
	return file.text.slice(entry.key.end, node.start) === ": "
		? [replace({ start: node.start - 1, end: node.end }, lineBreak + lines.join(lineBreak))]
		: undefined;
}

function linesOf(long: Long, column: number, step: number): readonly string[] {
	return long.flatMap(([key, written]) => {
		const [outer = "", inner] = key.split(".");
		const lines = inner === undefined ? [`${outer}: ${written}`] : [`${outer}:`, `${" ".repeat(step)}${inner}: ${written}`];
		return lines.map((line) => " ".repeat(column) + line);
	});
}

/** The lines have to be exactly those that the short form would become. */
function shortOf(place: Place, node: ComposeNode, form: Form, isItem: boolean): readonly Edit[] | undefined {
	const { file, entry } = place;
	if (node.kind !== "mapping" || node.isFlow || hasComment(file, node)) return undefined;
	const long = new Map<string, string>();
	for (const { key, value } of node.entries) {
		if (key.kind !== "scalar" || !isOrdinary(value) || !value) return undefined;
		if (value.kind === "mapping" && !value.isFlow) {
			for (const inner of value.entries)
				long.set(`${key.source}.${nameOf(inner) ?? ""}`, inner.value ? file.text.slice(inner.value.start, inner.value.end) : "");
		} else long.set(key.source, file.text.slice(value.start, value.end));
	}
	const short = form.toShort(long);
	if (short === undefined || short.includes("\n")) return undefined;
	if (isItem) return [replace(node, short)];
	const isBelow = /^:\r?\n$/.test(file.text.slice(entry.key.end, lineStart(file.text, node.start)));
	return isBelow ? [replace({ start: entry.key.end + 1, end: node.end }, ` ${short}`)] : undefined;
}

const quoted = (value: string, quote: Quote): string => quote + value + quote;
/** A value without its quotes, and those. */
const unquoted = (written: string): readonly [value: string, quote: Quote] => {
	const quote = /^(["']).*\1$/.exec(written)?.[1];
	return quote === '"' || quote === "'" ? [written.slice(1, -1), quote] : [written, ""];
};

function only(key: string): Form {
	return {
		toLong: (source, quote) =>
			source !== "" && (quote !== "" || (isText(source) && canBePlain(source, { isFlow: false }))) ? [[key, quoted(source, quote)]] : undefined,
		toShort: (long) => (long.size === 1 ? long.get(key) : undefined),
	};
}

const ports: Form = {
	toLong(source, quote) {
		const [, host, published, target = "", protocol] = /^(?:(?:(\d[\d.]+|\[[\da-fA-F:]+\]):)?(\d+(?:-\d+)?):)?(\d+)(?:\/(tcp|udp))?$/.exec(source) ?? [];
		// Where no port of the host is named, nothing would keep the quotes.
		if (target === "" || (published === undefined && quote !== '"')) return undefined;
		const address = host?.startsWith("[") ? `"${host.slice(1, -1)}"` : host;
		return [
			["target", target],
			...(published === undefined ? [] : [["published", quoted(published, quote)] as const]),
			...(address === undefined ? [] : [["host_ip", address] as const]),
			...(protocol === undefined ? [] : [["protocol", protocol] as const]),
		];
	},
	toShort(long) {
		if ([...long.keys()].some((key) => !/^(?:target|published|host_ip|protocol)$/.test(key))) return undefined;
		const [target, published, host, protocol] = ["target", "published", "host_ip", "protocol"].map((key) => long.get(key));
		const [port = "", quote] = published === undefined ? [undefined, '"' as const] : unquoted(published);
		const [address] = unquoted(host ?? "");
		if (!/^\d+$/.test(target ?? "") || (published !== undefined && !/^\d+(?:-\d+)?$/.test(port)) || (host !== undefined && published === undefined))
			return undefined;
		const before = address === "" ? "" : `${address.includes(":") ? `[${address}]` : address}:`;
		return quoted(`${before}${published === undefined ? "" : `${port}:`}${target ?? ""}${protocol === undefined ? "" : `/${protocol}`}`, quote);
	},
};

const volumes: Form = {
	toLong(source, quote) {
		const volume = parseVolume(source);
		const options = source.split(":").slice(2);
		if ("problem" in volume || source.length <= 2 || /["'\\#]| $/.test(source) || options.length > 1 || (options[0] ?? "ro") !== "ro") return undefined;
		const isPlainEnough = (part: string): boolean => quote !== "" || (isText(part) && canBePlain(part, { isFlow: false }));
		if (!isPlainEnough(volume.target) || (volume.source !== "" && !isPlainEnough(volume.source))) return undefined;
		return [
			["type", volume.type],
			...(volume.source === "" ? [] : [["source", quoted(volume.source, quote)] as const]),
			["target", quoted(volume.target, quote)],
			...(volume.isReadOnly ? [["read_only", "true"] as const] : []),
			...(volume.type === "bind" ? [["bind.create_host_path", "true"] as const] : [["volume", "{}"] as const]),
		];
	},
	toShort(long) {
		const type = long.get("type");
		const [source, quoteOfSource] = unquoted(long.get("source") ?? "");
		const [target, quote] = unquoted(long.get("target") ?? "");
		if (long.has("source") && quote !== quoteOfSource) return undefined;
		const short = `${source === "" ? "" : `${source}:`}${target}${long.get("read_only") === "true" ? ":ro" : ""}`;
		const parsed = parseVolume(short);
		const isSame = !("problem" in parsed) && parsed.type === type && parsed.source === source && parsed.target === target;
		return isSame && volumes.toLong(short, quote)?.every(([key, written]) => long.get(key) === written) ? quoted(short, quote) : undefined;
	},
};
