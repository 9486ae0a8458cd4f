import type { Format } from "./fields/fields.ts";
import type { Level } from "./level.ts";
import type { Style } from "./style.ts";

export type Stream = "stdout" | "stderr";

/** A line as the engine has it, without its end; `time` in RFC 3339 with nine digits, empty where there is none. The pieces of a very long line but the last are `cut`. */
export type RawLine = {
	readonly source: string;
	readonly stream: Stream;
	readonly time: string;
	readonly text: string;
	readonly run: number;
	readonly cut?: true;
};

/** What is told between lines, as a sentence. */
export type RawMark = {
	readonly source: string;
	readonly time: string;
	readonly run: number;
	readonly kind: string;
	readonly text: string;
	readonly isBad: boolean;
};

/** One line of an entry. `text` is what is shown and searched, `raw` what was written; `style` is the one it begins with. */
export type LogLine = { readonly time: string; raw: string; readonly text: string; readonly style: Style };

/** What a program wrote at once: a line, or a trace with all of its lines. It is open, and may grow, until something else comes from its stream. */
export type LogEntry = LogLine & {
	readonly id: number;
	readonly source: string;
	readonly stream: Stream;
	readonly run: number;
	/** What it goes by among others: its time, or that of what its source wrote before it. */
	readonly order: string;
	/** Its place since the beginning, also counting those that were dropped. */
	at: number;
	level: Level | undefined;
	/** How its first line says fields. */
	readonly format: Format;
	/** The lines after the first. */
	more: LogLine[] | undefined;
	isTrace: boolean;
	readonly mark: RawMark | undefined;
};

export function* linesOf(entry: LogEntry): Generator<LogLine> {
	yield entry;
	if (entry.more) yield* entry.more;
}

/** The text as it was written, every line of it. */
export const writtenText = (entry: LogEntry): string => (entry.more ? [...linesOf(entry)].map(({ raw }) => raw).join("\n") : entry.raw);

/** The text as it is shown, every line of it. */
export const shownText = (entry: LogEntry): string => (entry.more ? [...linesOf(entry)].map(({ text }) => text).join("\n") : entry.text);
