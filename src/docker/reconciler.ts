/** So long nothing must have happened before the engine is asked, in milliseconds; and so long the asking waits at most. */
const quiet = 15;
const longest = 60;
/** So long an engine whose list is behind its own events is given, in milliseconds. */
const patience = 100;
/** Above so many one list of all costs less than a filter. */
const many = 50;

/** Asks for what events leave open: soon after the last event, but never later than `longest` after the first, and one question at a time. */
export class Reconciler {
	readonly #listContainers: (ids?: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
	readonly #listImages: () => Promise<void>;
	#containers = new Set<string>();
	#images = false;
	#since = 0;
	#timer: NodeJS.Timeout | undefined;
	#isAsking = false;
	#isStopped = false;

	constructor(listContainers: (ids?: ReadonlySet<string>) => Promise<ReadonlySet<string>>, listImages: () => Promise<void>) {
		this.#listContainers = listContainers;
		this.#listImages = listImages;
	}

	containerIsStale(id: string): void {
		this.#containers.add(id);
		this.#schedule();
	}

	imagesAreStale(): void {
		this.#images = true;
		this.#schedule();
	}

	/** Asks without waiting. */
	async now(ids: readonly string[]): Promise<void> {
		this.#askAgain(await this.#listContainers(new Set(ids)));
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
		const [containers, images] = [this.#containers, this.#images];
		this.#containers = new Set();
		this.#images = false;
		this.#since = 0;
		this.#isAsking = true;
		await Promise.allSettled([
			containers.size > 0 ? this.#listContainers(containers.size > many ? undefined : containers).then((behind) => this.#askAgain(behind)) : undefined,
			images ? this.#listImages() : undefined,
		]);
		this.#isAsking = false;
		if (this.#containers.size > 0 || this.#images) this.#schedule();
	}

	#askAgain(behind: ReadonlySet<string>): void {
		if (behind.size === 0) return;
		setTimeout(() => {
			for (const id of behind) this.containerIsStale(id);
		}, patience);
	}
}
