/** So long nothing must have happened before the daemon is asked, in milliseconds; and so long the asking waits at most. */
const quiet = 15;
const longest = 60;
/** So long a daemon whose list is behind its own events is given, in milliseconds; what a list leaves open has as much time. */
const patience = 100;
/** Above so many one list of all costs less than a filter. */
const many = 50;

/** Asks for what events leave open: soon after the last event, but never later than `longest` after the first, and one question at a time. */
export class Reconciler {
	readonly #list: (ids?: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
	#stale = new Set<string>();
	#areAllStale = false;
	#since = 0;
	#timer: NodeJS.Timeout | undefined;
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
		this.#askAgain(await this.#list(id === undefined ? undefined : new Set([id])));
	}

	/** Asks for the row once, so many milliseconds later. */
	later(id: string, milliseconds: number): void {
		setTimeout(() => this.rowIsStale(id), milliseconds).unref();
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}

	#schedule(): void {
		if (this.#isAsking || this.#isStopped) return;
		const now = Date.now();
		this.#since ||= now;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#ask(), Math.min(quiet, Math.max(0, this.#since + longest - now)));
	}

	/** Never rejects: where a list fails, the end of the event stream tells why. */
	async #ask(): Promise<void> {
		const ids = this.#areAllStale || this.#stale.size > many ? undefined : this.#stale;
		this.#stale = new Set();
		this.#areAllStale = false;
		this.#since = 0;
		this.#isAsking = true;
		await this.#list(ids).then(
			(behind) => this.#askAgain(behind),
			() => {},
		);
		this.#isAsking = false;
		if (this.#stale.size > 0 || this.#areAllStale) this.#schedule();
	}

	#askAgain(behind: ReadonlySet<string>): void {
		if (behind.size === 0 || this.#isStopped) return;
		for (const id of behind) this.later(id, patience);
	}
}
