import type { LogEntry, LogLine, RawLine, RawMark } from "./entry.ts";
import { levelOfFields } from "./fields/known.ts";
import { readFields, type Format } from "./fields/fields.ts";
import { readJson } from "./fields/json.ts";
import { beginAnew, judge, type Open } from "./grouping.ts";
import { showLine } from "./shown-line.ts";
import type { Style } from "./style.ts";

/** What came of lines that were added: entries from this place on are others than before, and so many were dropped in front of all of them. */
export type Change = { readonly from: number; readonly dropped: number };

/** Entries in the order of the engine's times; those of the same time in the order in which they came. */
export type LogStore = {
	readonly entries: readonly LogEntry[];
	/** Lines that are held, and lines that were dropped so that there is room. */
	readonly counts: { readonly lines: number; readonly dropped: number; readonly bytes: number };
	add(batch: readonly (RawLine | RawMark)[]): Change;
	clear(): void;
};

/** What an entry and a further line take besides their texts, in bytes. */
const [entryWeight, lineWeight] = [160, 72];

/** So many lines an entry can have, and so many characters a line. */
const [mostLines, longestLine] = [10_000, 16_000_000];

/** What is remembered of one stream of a container. */
type Tail = {
	entry: LogEntry;
	line: LogLine;
	open: Open | undefined;
	style: Style;
	isCut: boolean;
	/** Entries that become part of the entry if it goes on. */
	waiting: LogEntry[];
};

/** Holds at most so many bytes, and drops what is oldest. */
export function createStore(capacity: number): LogStore {
	let entries: LogEntry[] = [];
	let tails = new Map<string, Tail>();
	let orders = new Map<string, string>();
	let counts = { lines: 0, dropped: 0, bytes: 0 };
	let [nextId, droppedEntries] = [0, 0];

	/** Entries that are new in this batch, and those that have grown. */
	let fresh: LogEntry[] = [];
	let grown = new Set<LogEntry>();
	let removed = new Set<LogEntry>();

	const count = (line: LogLine, weight: number): void => {
		counts.lines++;
		counts.bytes += bytesOf(line) + weight;
	};

	function addMark(mark: RawMark): void {
		const entry = newEntry(mark.source, "stdout", mark.run, { time: mark.time, raw: mark.text, text: mark.text, style: 0 }, { kind: "text" }, mark);
		entry.level = mark.isBad ? "error" : undefined;
		// Nothing goes on behind it.
		for (const stream of ["stdout", "stderr"]) tails.delete(`${stream} ${mark.source}`);
	}

	function newEntry(source: string, stream: LogEntry["stream"], run: number, line: LogLine, format: Format, mark: RawMark | undefined): LogEntry {
		const order = line.time || orders.get(source) || (fresh.at(-1) ?? entries.at(-1))?.order || "";
		if (line.time) orders.set(source, line.time);
		const { time, raw, text, style } = line;
		// Written out, for what is put together of others is slow to be read ever after.
		const entry: LogEntry = {
			id: nextId++,
			source,
			stream,
			run,
			time,
			raw,
			text,
			style,
			order,
			at: -1,
			level: undefined,
			format,
			more: undefined,
			isTrace: false,
			mark,
		};
		count(entry, entryWeight);
		fresh.push(entry);
		return entry;
	}

	function addLine({ source, stream, time, text: raw, run, cut }: RawLine): void {
		const key = `${stream} ${source}`;
		const tail = tails.get(key);
		if (tail?.isCut) {
			// What is shown of such a line is its first piece, and what is too much of it is left to those who read it anew.
			if (tail.line.raw.length < longestLine) {
				tail.line.raw += raw;
				counts.bytes += raw.length;
			}
			tail.isCut = cut === true;
			return;
		}
		const shown = showLine(raw, tail?.style);
		const line: LogLine = { time, raw: shown.text === raw ? shown.text : raw, text: shown.text, style: tail?.style ?? 0 };
		const { fields, format } = readFields(shown.text);
		const isWhole = (format.kind === "json" && format.start === 0) || format.kind === "logfmt";
		const verdict = judge(shown.text, time, isWhole, isWhole ? levelOfFields(fields) : undefined, tail?.open);
		if (verdict.kind === "continues" && tail && canGrow(tail.entry)) {
			goOn(tail, line, verdict.level);
			tail.style = shown.style;
			tail.isCut = cut === true;
			return;
		}
		const entry = newEntry(source, stream, run, line, format, undefined);
		if (verdict.kind === "waits" && tail) {
			tail.waiting.push(entry);
			tail.style = shown.style;
			return;
		}
		const begun = verdict.kind === "begins" ? verdict : beginAnew(shown.text, time);
		entry.level = begun.level ?? (format.kind === "text" || format.kind === "access" ? undefined : levelOfFieldsBehind(fields));
		entry.isTrace = begun.open.trace !== undefined;
		tails.set(key, {
			entry,
			line: entry,
			open: format.kind === "access" ? { ...begun.open, isWhole: true } : begun.open,
			style: shown.style,
			isCut: cut === true,
			waiting: [],
		});
	}

	/** What was dropped does not come back, and nothing is without an end. */
	const canGrow = (entry: LogEntry): boolean => (entry.at < 0 || entry.at >= droppedEntries) && (entry.more?.length ?? 0) < mostLines;

	function goOn(tail: Tail, line: LogLine, level: LogEntry["level"]): void {
		const { entry, waiting, open } = tail;
		entry.more ??= [];
		for (const each of waiting) {
			entry.more.push({ time: each.time, raw: each.raw, text: each.text, style: each.style });
			removed.add(each);
			counts.bytes -= entryWeight - lineWeight;
		}
		tail.waiting = [];
		entry.more.push(line);
		tail.line = line;
		entry.level = level ?? entry.level;
		entry.isTrace ||= open?.trace !== undefined;
		if (open?.trace?.phase === "end" && entry.text === "{") {
			const fields = readJson([entry.text, ...entry.more.map(({ text }) => text)].join("\n"));
			if (fields) entry.level = levelOfFields(fields);
		}
		count(line, lineWeight);
		grown.add(entry);
	}

	/** Puts what is new to its place, and returns from where on entries are others. */
	function settle(): number {
		let from = entries.length;
		if (removed.size > 0) {
			const isFresh = fresh.filter((entry) => removed.has(entry)).length;
			fresh = fresh.filter((entry) => !removed.has(entry));
			if (isFresh < removed.size) {
				from = entries.findIndex((entry) => removed.has(entry));
				entries = entries.filter((entry) => !removed.has(entry));
			}
		}
		if (fresh.some((entry, index) => index > 0 && entry.order < (fresh[index - 1]?.order ?? ""))) fresh.sort((one, other) => compare(one.order, other.order));
		const first = fresh[0]?.order;
		const last = entries.at(-1)?.order;
		if (first === undefined || last === undefined || first >= last) {
			for (const entry of fresh) entries.push(entry);
		} else {
			const at = placeOf(first);
			entries = entries.slice(0, at).concat(merged(entries.slice(at), fresh));
			from = Math.min(from, at);
		}
		for (let index = from; index < entries.length; index++) {
			const entry = entries[index];
			if (entry) entry.at = index + droppedEntries;
		}
		for (const entry of grown) from = Math.min(from, Math.max(entry.at - droppedEntries, 0));
		return from;
	}

	/** Behind all that is not later. */
	function placeOf(order: string): number {
		let [low, high] = [0, entries.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((entries[middle]?.order ?? "") <= order) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	function drop(): number {
		if (counts.bytes <= capacity) return 0;
		let number = 0;
		// A tenth more than has to be, so that it is not done for each line.
		while (counts.bytes > capacity * 0.9 && number < entries.length - 1) {
			const entry = entries[number++];
			if (!entry) break;
			const lines = entry.more ?? [];
			counts.bytes -= lines.reduce((sum, line) => sum + bytesOf(line) + lineWeight, bytesOf(entry) + entryWeight);
			counts.lines -= lines.length + 1;
			counts.dropped += lines.length + 1;
		}
		entries = entries.slice(number);
		droppedEntries += number;
		return number;
	}

	return {
		get entries() {
			return entries;
		},
		get counts() {
			return counts;
		},
		add(batch) {
			[fresh, grown, removed] = [[], new Set(), new Set()];
			for (const each of batch) {
				if ("kind" in each) addMark(each);
				else addLine(each);
			}
			const from = settle();
			const dropped = drop();
			return { from: Math.max(from - dropped, 0), dropped };
		},
		clear() {
			entries = [];
			[tails, orders] = [new Map(), new Map()];
			counts = { lines: 0, dropped: 0, bytes: 0 };
			droppedEntries = 0;
		},
	};
}

/** A level among the pairs of a text counts where a logger would write it: `level=info` and its like, and no `s=…`. */
function levelOfFieldsBehind(fields: ReadonlyMap<string, unknown>): LogEntry["level"] {
	for (const name of ["level", "lvl", "severity"]) {
		const value = fields.get(name);
		if (typeof value === "string") return levelOfFields(new Map([[name, value]]));
	}
	return undefined;
}

/** Characters of one byte are nearly all there are. */
const bytesOf = ({ raw, text, time }: LogLine): number => raw.length + (raw === text ? 0 : text.length) + time.length;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function merged(one: readonly LogEntry[], other: readonly LogEntry[]): LogEntry[] {
	const all: LogEntry[] = [];
	let left = 0;
	for (const entry of other) {
		for (let before = one[left]; before && before.order <= entry.order; before = one[left]) {
			all.push(before);
			left++;
		}
		all.push(entry);
	}
	return all.concat(one.slice(left));
}
