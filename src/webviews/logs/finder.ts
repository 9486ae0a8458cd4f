import { meantTime, type Zone } from "../../engine/logs/times.ts";
import type { LogEntry } from "../../engine/logs/entry.ts";
import type { List } from "./list.ts";
import type { LinePlace, Words } from "./protocol.ts";
import type { LogModel } from "./model.ts";
import type { Tools } from "./tools.ts";
import { localZone } from "./zone.ts";

/** Goes to what somebody looks for. */
export type Finder = {
	/** To the next match, the one before, or the nearest at or above what is active: the last where nothing is. */
	step(by: 1 | -1 | 0): void;
	leave(): void;
	goToTime(text: string): void;
	/** To a line that a link leads to, which may be among what is still to come. */
	want(line: LinePlace): void;
	reveal(): void;
};

type Parts = {
	readonly model: LogModel;
	readonly list: List;
	readonly tools: () => Tools | undefined;
	readonly words: () => Words | undefined;
	readonly zone: () => Zone | undefined;
	readonly say: (text: string) => void;
	readonly showContext: (entry: LogEntry) => void;
	readonly drawAround: () => void;
	/** All that was there before has come. */
	readonly isCaughtUp: (source: string) => boolean;
};

export function createFinder({ model, list, tools, words, zone, say, showContext, drawAround, isCaughtUp }: Parts): Finder {
	let wanted: LinePlace | undefined;

	const finder: Finder = {
		step(by) {
			const { hits } = model;
			drawAround();
			if (!hits || hits.entries.length === 0) return;
			const { active } = list;
			const at = active ? hits.placeOf(active) : hits.entries.length - 1;
			const isAtHit = active !== undefined && hits.entries[at] === active;
			const next = by === 0 ? Math.min(at, hits.entries.length - 1) : by === 1 ? (isAtHit ? at + 1 : at) : at - 1;
			const entry = hits.entries[(next + hits.entries.length) % hits.entries.length];
			if (!entry) return;
			// It is in a run that stands as one row.
			if (model.isRunRow(entry)) {
				model.unfold(entry);
				list.update();
				drawAround();
			}
			list.show(entry);
		},
		leave() {
			model.searchFor("");
			const shown = tools();
			shown?.showSearch(false);
			if (shown) shown.search.value = "";
			list.redraw();
			drawAround();
			list.element.focus();
		},
		goToTime(text) {
			const near = list.active?.time || model.shown.entries.findLast(({ time }) => time !== "")?.time || new Date().toISOString();
			const time = meantTime(text, zone() ?? localZone, near);
			tools()?.time.setAttribute("aria-invalid", String(time === undefined));
			const entry = time === undefined ? undefined : model.atTime(time);
			if (!entry) return say(words()?.noSuchTime ?? "");
			list.show(entry);
			list.element.focus();
		},
		want(line) {
			wanted = line;
			finder.reveal();
		},
		reveal() {
			if (!wanted) return;
			const found = model.find(wanted);
			if (!found || (!found.isExact && !isCaughtUp(wanted.source))) return;
			wanted = undefined;
			if (model.shown.entries[model.shown.placeOf(found.entry)] !== found.entry) showContext(found.entry);
			else list.show(found.entry);
			if (!found.isExact) say(words()?.gone ?? "");
			list.element.focus();
		},
	};
	return finder;
}
