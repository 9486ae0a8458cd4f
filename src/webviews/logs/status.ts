import type { LogEntry } from "../../engine/logs/entry.ts";
import type { Words } from "./protocol.ts";
import type { LogModel } from "./model.ts";
import { fill } from "./tools.ts";
import { write } from "../element.ts";

/** How much is shown of how much, and what is no longer held. */
export function countsOf({ shown, store }: LogModel, words: Words, isFollowing: boolean): string {
	const { dropped } = store.counts;
	return [
		fill(words.counts, shown.entries.length.toLocaleString(), store.entries.length.toLocaleString()),
		...(dropped > 0 ? [fill(words.dropped, dropped.toLocaleString())] : []),
		...(isFollowing ? [words.atEnd] : []),
	].join(" · ");
}

/** Which of how many matches is active. */
export function matchesOf({ hits, search }: LogModel, words: Words, active: LogEntry | undefined): string {
	if (!search || !hits) return "";
	if (hits.entries.length === 0) return words.noMatches;
	const place = active ? hits.placeOf(active) : 0;
	return fill(words.matches, hits.entries[place] === active ? place + 1 : "–", hits.entries.length.toLocaleString());
}

/** What has not changed is not to be read out again. */
export function setText(element: HTMLElement, text: string): void {
	write(element, text);
}
