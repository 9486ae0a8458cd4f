import type { FilterProblem } from "../../engine/logs/filter/filter.ts";

/**
 * What a page of logs is about, by which it is found again after the window was loaded anew: a project's services, all of them where none are named, or
 * containers by their names. A container of a service is followed as the service's, so that its successors are.
 */
export type LogSubject =
	| { readonly kind: "project"; readonly project: string; readonly services: readonly string[] }
	| { readonly kind: "containers"; readonly names: readonly string[] };

/** Lines from before: so many of the last of each source, or all; and of those only the ones since a time, in RFC 3339, where one is given. */
export type LogSpan = { readonly tail: number | "all"; readonly since: string | null };

/** One container's place in the log: what takes the place of a container that was removed is the same source. */
export type LogSource = {
	/** Stays the same for as long as the page is open, and after it was loaded anew. */
	readonly id: string;
	/** Of the container now. */
	readonly name: string;
	readonly project: string | null;
	readonly service: string | null;
	/** The service says `attach: false`: the page begins with it muted. */
	readonly isMutedAtFirst: boolean;
	/** In the words of the explorer. */
	readonly state: string;
	readonly isRunning: boolean;
};

/**
 * One line as the engine has it, without its end: escape sequences and all. `time` is the engine's, in UTC with nine digits after the second, so that times are
 * ordered as texts are; empty where the engine gives none. `run` counts the starts of a source, from 0; later containers in its place go on counting.
 * A line longer than a million characters comes in pieces, each but the last of which is `cut`.
 */
export type RawLine = {
	readonly source: string;
	readonly stream: "stdout" | "stderr";
	readonly time: string;
	readonly text: string;
	readonly run: number;
	readonly cut?: true;
};

/**
 * What is told between the lines. `replaced`: another container has taken the place of the one that was followed. `lost`: the connection; what was written
 * meanwhile comes when it is `back`. `unreadable`: the engine gives no output, and the text says why and what to do.
 */
export type LogMark = {
	readonly source: string;
	readonly run: number;
	/** When it happened where the engine says so, else of the last line before it; empty where there was none. */
	readonly time: string;
	readonly kind: "started" | "ended" | "waiting" | "failed" | "removed" | "replaced" | "lost" | "back" | "unreadable";
	/** A whole sentence, in the language of the user. */
	readonly text: string;
	/** Something has gone wrong. */
	readonly isBad: boolean;
};

/** A line that a link leads to: of several with the same time the one with this place among them, from 0. */
export type LinePlace = { readonly source: string; readonly time: string; readonly index: number };

/** How the user wants logs to be shown, wherever they are; null: as the page likes. */
export type LogPreferences = { readonly times: "none" | "local" | "utc" | { readonly zone: string } | null; readonly wraps: boolean | null };

/** All that the page shows before there are lines. It is sent again when any of it has changed; lines stay. */
export type LogView = {
	readonly title: string;
	readonly subject: LogSubject;
	readonly span: LogSpan;
	readonly sources: readonly LogSource[];
	readonly preferences: LogPreferences;
	/** The engine that does not answer now, in words; empty while one does. */
	readonly trouble: string;
	readonly words: Words;
};

/** What the page says, in the language of the user; `{0}` and `{1}` stand for values. */
export type Words = Readonly<Record<Word | FilterWord, string>>;

type Word =
	| "log"
	| "filter"
	| "filterHint"
	| "level"
	| "allLevels"
	| "levelOrWorse"
	| "search"
	| "searchHint"
	| "matches"
	| "noMatches"
	| "next"
	| "previous"
	| "close"
	| "times"
	| "noTimes"
	| "local"
	| "utc"
	| "zone"
	| "zoneHint"
	| "goToTime"
	| "timeHint"
	| "noSuchTime"
	| "wrap"
	| "columns"
	| "asWritten"
	| "noFields"
	| "moveUp"
	| "moveDown"
	| "clear"
	| "saveShown"
	| "saveAll"
	| "terminal"
	| "sources"
	| "mute"
	| "solo"
	| "unmuteAll"
	| "newLines"
	| "toEnd"
	| "atEnd"
	| "counts"
	| "dropped"
	| "empty"
	| "nothingFits"
	| "context"
	| "backToFilter"
	| "copyEntry"
	| "copyLink"
	| "foldAll"
	| "unfoldAll"
	| "moreLines"
	| "cut"
	| "earlierRun"
	| "hideRuns"
	| "showRuns"
	| "onlyThis"
	| "withoutThis"
	| "asColumn"
	| "field"
	| "time"
	| "source"
	| "message"
	| "actions"
	| "gone"
	| "allLines"
	| "openFile";

/** What is wrong with a filter, by the engine's name for it. */
type FilterWord = FilterProblem["kind"];

/** What a command of the palette or a key of VS Code asks of the page that is in front. */
export type PageAction = "find" | "times" | "save" | "copyLink";

export type ToPage =
	| { readonly kind: "show"; readonly view: LogView }
	/**
	 * Lines and marks in the order in which they are to stand. What comes late, because its source was muted or its engine slow, has a time before that of lines
	 * that were sent earlier: it goes to its place by time. The page answers each batch with `took`, and gets few more before it does.
	 */
	| { readonly kind: "batch"; readonly batch: number; readonly entries: readonly (RawLine | LogMark)[] }
	/** What was there before is complete for these sources; what comes now is new. */
	| { readonly kind: "caughtUp"; readonly sources: readonly string[] }
	/** It begins anew: nothing of what was sent before counts. */
	| { readonly kind: "clear" }
	/** Shows a line, also where a filter hides it; the nearest by time where it is not there any more. */
	| { readonly kind: "reveal"; readonly line: LinePlace }
	| { readonly kind: "act"; readonly action: PageAction };

export type FromPage =
	/** It listens from now on. */
	| { readonly kind: "ready" }
	| { readonly kind: "took"; readonly batch: number }
	/** The sources whose lines are wanted. The streams of the others end, and go on from where they were once they are wanted again. */
	| { readonly kind: "want"; readonly sources: readonly string[] }
	/** Begin anew, with other lines from before. */
	| { readonly kind: "reload"; readonly span: LogSpan }
	/** A path as it stands in a line, in the container that wrote it; line and column count from 1. */
	| { readonly kind: "openFile"; readonly source: string; readonly path: string; readonly line: number | null; readonly column: number | null }
	/** Only http and https lead anywhere. */
	| { readonly kind: "openUrl"; readonly url: string }
	| { readonly kind: "copy"; readonly text: string }
	| { readonly kind: "copyLink"; readonly line: LinePlace }
	/** What is shown, as the page writes it. */
	| { readonly kind: "saveShown"; readonly text: string }
	/** All that the engine has of the sources of this page, read anew. */
	| { readonly kind: "saveAll" }
	/** The same sources in a terminal. */
	| { readonly kind: "openTerminal" }
	| { readonly kind: "remember"; readonly preferences: LogPreferences };

/** What the page keeps by `setState`, and the host finds again; `page` is the page's own: filter, columns, muted, place. */
export type KeptState = { readonly subject: LogSubject; readonly span: LogSpan; readonly page: unknown };
