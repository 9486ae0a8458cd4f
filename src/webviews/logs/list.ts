import type { LogEntry } from "../../engine/logs/entry.ts";
import type { Change } from "../../engine/logs/store.ts";
import { element } from "../element.ts";

/** A list of which only what is in sight is drawn. */
export type List = {
	readonly element: HTMLElement;
	/** The one that the keyboard acts on. */
	readonly active: LogEntry | undefined;
	/** From the active one to where the selection began, in order. */
	readonly selected: readonly LogEntry[];
	/** It stays at its end while more comes. */
	readonly isFollowing: boolean;
	/** Entries are others now: after a change, or all of them. */
	update(change?: Change): void;
	/** Entries look otherwise than before. */
	redraw(): void;
	/** One has another height. */
	resize(entry: LogEntry): void;
	show(entry: LogEntry): void;
	follow(): void;
};

type Options = {
	readonly entries: () => readonly LogEntry[];
	/** Its place among the entries. */
	readonly placeOf: (entry: LogEntry) => number;
	readonly draw: (entry: LogEntry) => HTMLElement;
	/** Its height as far as can be told before it is drawn. */
	readonly estimate: (entry: LogEntry) => number;
	readonly header: HTMLElement;
	readonly label: string;
	/** Another one is active, or it follows or no longer does. */
	readonly changed: () => void;
	readonly keyed: (key: string, event: KeyboardEvent) => boolean;
};

/** Of a line in pixels, before it is measured. */
export const lineHeight = 20;
/** So many pixels more than is in sight are drawn. */
const margin = 300;

export function createList({ entries, placeOf, draw, estimate, header, label, changed, keyed }: Options): List {
	const rows = element("div", { class: "rows", role: "rowgroup" });
	const spacer = element("div", { class: "spacer", role: "presentation" }, rows);
	const scroller = element("div", { class: "list", role: "grid", tabindex: "0", "aria-label": label, "aria-multiselectable": "true" }, header, spacer);
	/** Where each begins, and where the last ends. */
	let tops: number[] = [0];
	let heights = new Map<number, number>();
	let drawn = new Map<LogEntry, HTMLElement>();
	let active: LogEntry | undefined;
	let other: LogEntry | undefined;
	let isFollowing = true;
	/** What stays where it is in sight while other things change above it. */
	let anchor: { readonly entry: LogEntry; readonly distance: number } | undefined;
	let isWaiting = false;
	/** Where the list itself has scrolled to. */
	let own = -1;

	const heightOf = (entry: LogEntry): number => heights.get(entry.id) ?? estimate(entry);
	const total = (): number => tops.at(-1) ?? 0;
	const viewHeight = (): number => scroller.clientHeight - header.offsetHeight;

	function measure(from: number): void {
		const all = entries();
		tops.length = Math.min(from, all.length, tops.length - 1) + 1;
		for (let index = tops.length - 1; index < all.length; index++) {
			const entry = all[index];
			tops.push((tops[index] ?? 0) + (entry ? heightOf(entry) : 0));
		}
	}

	/** The last that begins at or above this place. */
	function indexAt(top: number): number {
		let [low, high] = [0, tops.length - 1];
		while (low + 1 < high) {
			const middle = (low + high) >> 1;
			if ((tops[middle] ?? 0) <= top) low = middle;
			else high = middle;
		}
		return low;
	}

	function scrollTo(top: number): void {
		const wanted = Math.max(0, Math.min(top, total() - viewHeight()));
		if (Math.abs(scroller.scrollTop - wanted) >= 1) scroller.scrollTop = wanted;
		own = scroller.scrollTop;
	}

	function keepPlace(): void {
		if (isFollowing) return scrollTo(total());
		if (!anchor) return undefined;
		const place = placeOf(anchor.entry);
		const isThere = entries()[place] === anchor.entry;
		return scrollTo((tops[Math.min(place, tops.length - 1)] ?? 0) + (isThere ? anchor.distance : 0));
	}

	function remember(): void {
		const index = indexAt(scroller.scrollTop);
		const entry = entries()[index];
		anchor = entry && { entry, distance: scroller.scrollTop - (tops[index] ?? 0) };
	}

	function render(): void {
		isWaiting = false;
		if (viewHeight() <= 0) return;
		for (let round = 0; round < 4; round++) {
			spacer.style.height = `${total()}px`;
			keepPlace();
			if (!place()) break;
		}
		remember();
		scroller.setAttribute("aria-rowcount", String(entries().length + 1));
	}

	/** Draws what is in sight, and returns whether heights are others than was thought. */
	function place(): boolean {
		const all = entries();
		const top = scroller.scrollTop;
		const first = Math.max(0, indexAt(top - margin));
		const last = Math.min(all.length, indexAt(top + viewHeight() + margin) + 1);
		const next = new Map<LogEntry, HTMLElement>();
		for (let index = first; index < last; index++) {
			const entry = all[index];
			if (!entry) continue;
			const row = drawn.get(entry) ?? drawRow(entry);
			row.setAttribute("aria-rowindex", String(index + 2));
			next.set(entry, row);
		}
		const wanted = [...next.values()];
		if (wanted.length !== rows.childElementCount || wanted.some((row, index) => rows.children[index] !== row)) rows.replaceChildren(...wanted);
		drawn = next;
		rows.style.transform = `translateY(${tops[first] ?? 0}px)`;
		mark();
		let from = Infinity;
		let index = first;
		for (const [entry, row] of next) {
			const height = row.getBoundingClientRect().height;
			if (Math.abs(height - heightOf(entry)) > 0.5) {
				heights.set(entry.id, height);
				from = Math.min(from, index);
			}
			index++;
		}
		if (from === Infinity) return false;
		measure(from);
		return true;
	}

	function drawRow(entry: LogEntry): HTMLElement {
		const row = draw(entry);
		row.id = `row-${entry.id}`;
		row.addEventListener("mousedown", (event) => {
			if (event.button === 0) activate(entry, event.shiftKey);
		});
		return row;
	}

	/** Shows which are selected. */
	function mark(): void {
		const chosen = new Set(selection());
		for (const [entry, row] of drawn) {
			row.setAttribute("aria-selected", String(chosen.has(entry)));
			row.classList.toggle("active", entry === active);
			for (const button of row.querySelectorAll("button")) button.tabIndex = entry === active ? 0 : -1;
		}
		if (active && drawn.has(active)) scroller.setAttribute("aria-activedescendant", `row-${active.id}`);
		else scroller.removeAttribute("aria-activedescendant");
	}

	function selection(): readonly LogEntry[] {
		if (!active) return [];
		const all = entries();
		const places = [placeOf(active), placeOf(other ?? active)].toSorted((one, two) => one - two);
		const [first = 0, last = 0] = places;
		return all[first] ? all.slice(first, last + 1) : [];
	}

	function activate(entry: LogEntry, extends_: boolean): void {
		if (!extends_) other = undefined;
		else other ??= active;
		active = entry;
		mark();
		changed();
	}

	function schedule(): void {
		if (isWaiting) return;
		isWaiting = true;
		requestAnimationFrame(render);
	}

	scroller.addEventListener("scroll", () => {
		if (Math.abs(scroller.scrollTop - own) < 1) return;
		own = scroller.scrollTop;
		const was = isFollowing;
		isFollowing = scroller.scrollTop + viewHeight() >= total() - 4;
		remember();
		schedule();
		if (was !== isFollowing) changed();
	});

	scroller.addEventListener("keydown", (event) => {
		if (event.target !== scroller || keyed(event.key, event)) return;
		const all = entries();
		const at = active ? placeOf(active) : all.length;
		const page = Math.max(1, Math.floor(viewHeight() / lineHeight) - 1);
		const steps: Readonly<Record<string, number>> = {
			ArrowUp: at - 1,
			ArrowDown: at + 1,
			PageUp: at - page,
			PageDown: at + page,
			Home: 0,
			End: all.length - 1,
		};
		const to = steps[event.key];
		if (to === undefined || event.altKey || event.metaKey) return;
		event.preventDefault();
		const entry = all[Math.max(0, Math.min(to, all.length - 1))];
		if (!entry) return;
		activate(entry, event.shiftKey);
		if (to >= all.length - 1 && event.key !== "ArrowUp" && event.key !== "PageUp") list.follow();
		else bringIntoSight(entry);
	});

	function bringIntoSight(entry: LogEntry): void {
		const index = placeOf(entry);
		const [top, bottom] = [tops[index] ?? 0, tops[index + 1] ?? 0];
		const view = viewHeight();
		if (top >= scroller.scrollTop && bottom <= scroller.scrollTop + view) return mark();
		stopAt(entry, top < scroller.scrollTop || bottom - top > view ? 0 : view - (bottom - top));
	}

	/** Puts an entry so far below the upper end. */
	function stopAt(entry: LogEntry, distance: number): void {
		isFollowing = false;
		anchor = { entry, distance: -distance };
		render();
		changed();
	}

	new ResizeObserver(() => {
		heights = new Map();
		measure(0);
		schedule();
	}).observe(scroller);

	const list: List = {
		element: scroller,
		get active() {
			return active;
		},
		get selected() {
			return selection();
		},
		get isFollowing() {
			return isFollowing;
		},
		update(change) {
			// What has grown is drawn anew, and what is gone is forgotten with it.
			const all = entries();
			const from = change && change.dropped === 0 ? change.from : 0;
			if (!change) drawn = new Map();
			else {
				for (const entry of drawn.keys()) if (placeOf(entry) >= change.from || all[placeOf(entry)] !== entry) drawn.delete(entry);
			}
			if (change && change.dropped > 0 && heights.size > 10_000) heights = new Map();
			measure(from);
			schedule();
		},
		redraw() {
			drawn = new Map();
			heights = new Map();
			measure(0);
			schedule();
		},
		resize(entry) {
			drawn.delete(entry);
			heights.delete(entry.id);
			if (isFollowing && entry !== entries().at(-1)) {
				isFollowing = false;
				remember();
				changed();
			}
			measure(placeOf(entry));
			schedule();
		},
		show(entry) {
			other = undefined;
			active = entry;
			stopAt(entry, Math.max(0, viewHeight() / 3));
		},
		follow() {
			isFollowing = true;
			render();
			changed();
		},
	};
	return list;
}
