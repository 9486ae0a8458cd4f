/** So long nothing must have happened before the daemon is asked, in milliseconds; and so long the asking waits at most. */
const quiet = 15;
const longest = 60;
/** So long a daemon whose list is behind its own events is given, in milliseconds; what a list leaves open has as much time. */
const patience = 100;
/** The same after a list that took long. */
const longestPatience = 500;
/** Above so many one list of all costs less than a filter. */
const many = 50;
/** So many questions may follow each other at once; after that one in the interval, in milliseconds, however much happens. */
const burst = 3;
const interval = 1_400;

/**
 * Asks for what events leave open: soon after the last event, but no later than `longest` after the first, and one question at a time.
 * Where it has asked much of late it waits until it may, and asks for all at once.
 */
export class Reconciler {
	readonly #list: (ids?: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
	#stale = new Set<string>();
	#areAllStale = false;
	#since = 0;
	/** When it will have paid for its questions so far. */
	#paid = 0;
	#timer: NodeJS.Timeout | undefined;
	readonly #later = new Set<NodeJS.Timeout>();
	#isAsking = false;
	#isStopped = false;

	/** `list` resolves to the ids that are to be asked for in a moment. */
	constructor(list: (ids?: ReadonlySet<string>) => Promise<ReadonlySet<string>>) {
		this.#list = list;
	}

	rowIsStale(id: string): void {
		this.#stale.add(id);
		this.#schedule();
	}

	allAreStale(): void {
		this.#areAllStale = true;
		this.#schedule();
	}

	/** Asks without waiting: for one row, or for all. */
	async now(id?: string): Promise<void> {
		this.#pay();
		const since = performance.now();
		const left = await this.#list(id === undefined ? undefined : new Set([id]));
		// Many rows take as long again to be drawn, by the same processors.
		this.#askAgain(left, Math.min(longestPatience, Math.max(patience, 2 * (performance.now() - since))));
	}

	/** Asks for the row once, so many milliseconds later. */
	later(id: string, milliseconds: number): void {
		if (this.#isStopped) return;
		const timer = setTimeout(() => {
			this.#later.delete(timer);
			this.rowIsStale(id);
		}, milliseconds);
		this.#later.add(timer);
	}

	stop(): void {
		this.#isStopped = true;
		for (const timer of [this.#timer, ...this.#later]) clearTimeout(timer);
	}

	#schedule(): void {
		if (this.#isAsking || this.#isStopped) return;
		const now = Date.now();
		this.#since ||= now;
		clearTimeout(this.#timer);
		const due = Math.max(Math.min(now + quiet, this.#since + longest), this.#paid - (burst - 1) * interval);
		this.#timer = setTimeout(() => void this.#ask(), Math.max(0, due - now));
	}

	/** Never rejects: where a list fails, the end of the event stream tells why. */
	async #ask(): Promise<void> {
		const ids = this.#areAllStale || this.#stale.size > many ? undefined : this.#stale;
		this.#stale = new Set();
		this.#areAllStale = false;
		this.#since = 0;
		this.#isAsking = true;
		this.#pay();
		await this.#list(ids).then(
			(behind) => this.#askAgain(behind),
			() => {},
		);
		this.#isAsking = false;
		if (this.#stale.size > 0 || this.#areAllStale) this.#schedule();
	}

	/** However much somebody asks for himself, the next question of ours waits no longer than the interval. */
	#pay(): void {
		const now = Date.now();
		this.#paid = Math.min(Math.max(this.#paid, now) + interval, now + burst * interval);
	}

	#askAgain(behind: ReadonlySet<string>, after = patience): void {
		for (const id of behind) this.later(id, after);
	}
}
