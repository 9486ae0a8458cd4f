import type { LogEntry } from "../../engine/logs/entry.ts";
import type { FilterProblem } from "../../engine/logs/filter/filter.ts";
import { testOf, type EntryTest } from "../../engine/logs/filter/holds.ts";
import { parseFilter } from "../../engine/logs/filter/parse-filter.ts";
import { rankOf, type Level } from "../../engine/logs/level.ts";
import { createSearch, type Search } from "../../engine/logs/search.ts";
import { select, type Selection } from "../../engine/logs/selection.ts";
import { createStore, type Change, type LogStore } from "../../engine/logs/store.ts";
import { linesOf } from "../../engine/logs/entry.ts";
import type { LinePlace, LogMark, LogSource, RawLine } from "./protocol.ts";

/** So many bytes of lines are held. */
const capacity = 96_000_000;

/** What is asked of entries so that they are shown. */
export type Wanted = {
	readonly filter: string;
	readonly level: Level | undefined;
	readonly muted: ReadonlySet<string>;
	readonly solo: string | undefined;
	/** Everything is shown, whatever is asked: the lines around one that was found. */
	readonly isContext: boolean;
};

/** What is shown of a log, and how it follows from its lines. Nothing of it is drawn here. */
export type LogModel = {
	readonly store: LogStore;
	readonly shown: Selection;
	/** Entries with a match, of those that are shown or folded; undefined while nothing is searched. */
	readonly hits: Selection | undefined;
	readonly search: Search | undefined;
	readonly wanted: Wanted;
	readonly problem: FilterProblem | undefined;
	readonly searchProblem: FilterProblem | undefined;
	/** Runs that stand as one row. */
	readonly foldedRuns: ReadonlySet<string>;
	setSources(sources: readonly LogSource[]): void;
	want(change: Partial<Wanted>): void;
	/** Mutes those that say so, and no others. */
	muteAtFirst(sources: readonly LogSource[]): void;
	searchFor(text: string): void;
	add(entries: readonly (RawLine | LogMark)[]): Change;
	clear(): void;
	/** Whether an entry is the row that stands for a folded run. */
	isRunRow(entry: LogEntry): boolean;
	/** Lines of the run that are asked for. */
	runLength(entry: LogEntry): number;
	/** The entries, with all that folded runs among them stand for. */
	whole(entries: readonly LogEntry[]): readonly LogEntry[];
	/** Unfolds the run of an entry. */
	unfold(entry: LogEntry): void;
	foldRuns(keys: Iterable<string>): void;
	/** Folds the runs before the last of each source, or unfolds them where all of them are folded. */
	toggleEarlierRuns(): void;
	/** The runs before the last of each source. */
	earlierRuns(): readonly string[];
	placeOf(entry: LogEntry): LinePlace;
	/** The entry with this line, or the nearest by time; undefined where there is none at all. */
	find(place: LinePlace): { readonly entry: LogEntry; readonly isExact: boolean } | undefined;
	/** The first that is shown at this time or later, else the last. */
	atTime(time: string): LogEntry | undefined;
	isWanted(source: string): boolean;
};

const runKey = ({ source, run }: { readonly source: string; readonly run: number }): string => `${run} ${source}`;

export function createModel(): LogModel {
	const store = createStore(capacity);
	let names = new Map<string, { readonly service: string; readonly container: string; readonly project: string }>();
	let wanted: Wanted = { filter: "", level: undefined, muted: new Set(), solo: undefined, isContext: false };
	let test: EntryTest | undefined;
	let problem: FilterProblem | undefined;
	let search: Search | undefined;
	let searchProblem: FilterProblem | undefined;
	let folded = new Set<string>();
	/** The entries that stand for folded runs. */
	let runRows = new Map<string, LogEntry>();
	/** The runs of each source of which there was a line. */
	let runs = new Map<string, Set<number>>();
	let shown = select(store, isShown);
	let hits: Selection | undefined;

	function isShown(entry: LogEntry): boolean {
		return fits(entry) && (!isFolded(entry) || isFirstOfRun(entry));
	}

	/** Whether it is asked for, also where it is one of a run that stands as one row. */
	function fits(entry: LogEntry): boolean {
		if (wanted.isContext) return true;
		if (!isSourceShown(entry.source)) return false;
		if (entry.mark) return test === undefined && (wanted.level === undefined || entry.mark.isBad);
		if (wanted.level && (entry.level === undefined || rankOf(entry.level) < rankOf(wanted.level))) return false;
		return test === undefined || test(entry);
	}

	const isFolded = (entry: LogEntry): boolean => folded.size > 0 && !wanted.isContext && folded.has(runKey(entry));

	const isSourceShown = (source: string): boolean => (wanted.solo === undefined ? !wanted.muted.has(source) : wanted.solo === source);

	function isFirstOfRun(entry: LogEntry): boolean {
		const key = runKey(entry);
		const first = runRows.get(key);
		if (first && first !== entry && first.at <= entry.at) return false;
		runRows.set(key, entry);
		return true;
	}

	function selectAnew(): void {
		runRows = new Map();
		shown = select(store, isShown);
		searchAnew();
	}

	function searchAnew(): void {
		const current = search;
		hits = current && select(store, (entry) => isHit(entry, current));
	}

	const earlierRuns = (): readonly string[] =>
		[...runs].flatMap(([source, all]) => {
			const last = Math.max(...all);
			return [...all].filter((run) => run < last).map((run) => runKey({ source, run }));
		});

	const isHit = (entry: LogEntry, current: Search): boolean => current.holds(entry) && fits(entry);

	const ofRun = ({ source, run }: LogEntry): readonly LogEntry[] => store.entries.filter((each) => each.source === source && each.run === run && fits(each));

	return {
		store,
		get shown() {
			return shown;
		},
		get hits() {
			return hits;
		},
		get search() {
			return search;
		},
		get wanted() {
			return wanted;
		},
		get problem() {
			return problem;
		},
		get searchProblem() {
			return searchProblem;
		},
		get foldedRuns() {
			return folded;
		},
		setSources(sources) {
			names = new Map(sources.map(({ id, name, service, project }) => [id, { service: service ?? "", container: name, project: project ?? "" }]));
		},
		want(change) {
			if (change.filter !== undefined && change.filter !== wanted.filter) {
				const parsed = parseFilter(change.filter);
				({ problem } = parsed);
				// What stands there while somebody types goes on being shown by what held before.
				if (parsed.filter) test = change.filter.trim() === "" ? undefined : testOf(parsed.filter, (source) => names.get(source));
			}
			wanted = { ...wanted, ...change };
			selectAnew();
		},
		muteAtFirst(sources) {
			const muted = sources.filter(({ isMutedAtFirst }) => isMutedAtFirst).map(({ id }) => id);
			if (muted.length === wanted.muted.size && muted.every((id) => wanted.muted.has(id))) return;
			wanted = { ...wanted, muted: new Set(muted) };
			selectAnew();
		},
		searchFor(text) {
			const made = createSearch(text);
			searchProblem = made?.problem;
			search = made?.search;
			searchAnew();
		},
		add(entries) {
			const change = store.add(entries);
			for (const { source, run } of entries) {
				const known = runs.get(source);
				if (known) known.add(run);
				else runs.set(source, new Set([run]));
			}
			// The entry that stood for a run may be gone.
			const first = store.entries[0]?.at ?? 0;
			if (change.dropped > 0 && [...runRows.values()].some(({ at }) => at < first)) {
				const before = shown.entries.length;
				selectAnew();
				return { from: 0, dropped: Math.max(before - shown.entries.length, 0) };
			}
			hits?.update(change);
			return shown.update(change);
		},
		clear() {
			store.clear();
			folded = new Set();
			runs = new Map();
			selectAnew();
		},
		isRunRow: isFolded,
		runLength: (entry) => ofRun(entry).reduce((sum, { more }) => sum + 1 + (more?.length ?? 0), 0),
		whole: (entries) =>
			entries.some(isFolded) ? entries.flatMap((entry) => (isFolded(entry) ? ofRun(entry) : [entry])).toSorted((one, other) => one.at - other.at) : entries,
		unfold(entry) {
			if (folded.delete(runKey(entry))) selectAnew();
		},
		foldRuns(keys) {
			folded = new Set(keys);
			selectAnew();
		},
		toggleEarlierRuns() {
			const earlier = earlierRuns();
			folded = new Set(earlier.every((key) => folded.has(key)) ? [] : earlier);
			selectAnew();
		},
		earlierRuns,
		placeOf(entry) {
			let index = 0;
			for (let at = entry.at - (store.entries[0]?.at ?? 0) - 1; at >= 0; at--) {
				const other = store.entries[at];
				// A trace that began earlier may have lines of this time.
				if (!other || other.order < secondBefore(entry.order)) break;
				if (other.source === entry.source && !other.mark) for (const { time } of linesOf(other)) if (time === entry.time) index++;
			}
			return { source: entry.source, time: entry.time, index };
		},
		find({ source, time, index }) {
			let [nearest, rest]: [LogEntry | undefined, number] = [undefined, index];
			for (const entry of store.entries) {
				if (entry.source === source && !entry.mark) {
					for (const line of linesOf(entry)) if (line.time === time && rest-- === 0) return { entry, isExact: true };
				}
				if (entry.order <= time) nearest = entry;
			}
			nearest ??= store.entries[0];
			return nearest && { entry: nearest, isExact: false };
		},
		atTime(time) {
			const { entries } = shown;
			let [low, high] = [0, entries.length];
			while (low < high) {
				const middle = (low + high) >> 1;
				if ((entries[middle]?.order ?? "") < time) low = middle + 1;
				else high = middle;
			}
			return entries[Math.min(low, entries.length - 1)];
		},
		isWanted: isSourceShown,
	};
}

/** A trace is over after a second without a line. */
const secondBefore = (time: string): string => {
	const milliseconds = Date.parse(time);
	return Number.isNaN(milliseconds) ? "" : new Date(milliseconds - 10_000).toISOString();
};
