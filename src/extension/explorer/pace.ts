/** VS Code gathers refreshes that come within 200 ms of each other, and waits for a pause; only the first is drawn at once. So ours keep that distance. */
const distance = 205;
/** The engine's list follows an event within this time; both are drawn together. */
const grace = 25;
/**
 * So many refreshes in a row may have the same cause; after that one in the interval, so that a container that loops does not keep all others waiting. However often
 * it is drawn with those, it waits for no more than two intervals itself.
 */
const burst = 6;
const interval = 1_000;

/** Decides when a view is refreshed: soon, never in a hurry, and fair to the quiet ones among the causes. */
export class Pace {
	readonly #refresh: () => void;
	readonly #waiting = new Set<string>();
	/** For each cause, when it will have paid for its refreshes so far. */
	readonly #paid = new Map<string, number>();
	#last = Number.NEGATIVE_INFINITY;
	#timer: NodeJS.Timeout | undefined;
	#due = Number.POSITIVE_INFINITY;

	constructor(refresh: () => void) {
		this.#refresh = refresh;
	}

	/** Something looks different because of this cause (a container's id, say). It is drawn with whatever is drawn first. */
	request(cause: string): void {
		const now = performance.now();
		this.#waiting.add(cause);
		const allowed = (this.#paid.get(cause) ?? 0) - (burst - 1) * interval;
		this.#schedule(Math.max(now + grace, this.#last + distance, allowed));
	}

	/** For what concerns the whole view: as soon as VS Code will draw it. */
	now(): void {
		this.#schedule(Math.max(performance.now(), this.#last + distance));
	}

	/** Nothing is due any more: all of it has just been drawn. */
	forget(): void {
		clearTimeout(this.#timer);
		this.#waiting.clear();
		this.#due = Number.POSITIVE_INFINITY;
	}

	/** Once after so long, in milliseconds, and not before, whatever changes. */
	after(time: number): void {
		this.forget();
		this.#last = performance.now() + time - distance;
		this.now();
	}

	dispose(): void {
		clearTimeout(this.#timer);
	}

	#schedule(due: number): void {
		if (due >= this.#due) return;
		this.#due = due;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#fire(), Math.max(0, due - performance.now()));
	}

	#fire(): void {
		const now = performance.now();
		for (const [cause, paid] of this.#paid) if (paid <= now) this.#paid.delete(cause);
		for (const cause of this.#waiting) this.#paid.set(cause, Math.min(Math.max(this.#paid.get(cause) ?? 0, now), now + burst * interval) + interval);
		this.#waiting.clear();
		this.#due = Number.POSITIVE_INFINITY;
		this.#refresh();
		// Only now VS Code has been told.
		this.#last = performance.now();
	}
}
