import { shownText, writtenText, type LogEntry } from "../../engine/logs/entry.ts";
import { timeIn, type Zone } from "../../engine/logs/times.ts";

/** Entries as text, each with its time and its source's name before it where those are shown. A line that is too long to be shown is whole. */
export const savedText = (entries: readonly LogEntry[], zone: Zone | undefined, nameOf: ((source: string) => string) | undefined): string =>
	entries
		.map((entry) => {
			const before = `${zone === undefined ? "" : `${timeIn(entry.time, zone)} `}${nameOf ? `${nameOf(entry.source)} | ` : ""}`;
			return `${before}${entry.raw.length > entry.text.length && !entry.more ? writtenText(entry) : shownText(entry)}\n`;
		})
		.join("");
