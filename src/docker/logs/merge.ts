import type { LogLine, LogMark, LogPlace, LogReader } from "./log.ts";

/** A line of a source, or what is told of it. */
export type Merged<Source> =
	| { readonly source: Source; readonly line: LogLine; readonly mark?: undefined; readonly place?: undefined }
	| { readonly source: Source; readonly mark: LogMark; readonly place: LogPlace; readonly line?: undefined };

/** Several logs as one, in the order of the engine's times; what has the same time stays in the order of the sources, and that of one source as it was. */
export type LogMerger<Source> = {
	/** Another source; it takes no more of it than fits. */
	reader(source: Source): LogReader;
	/** What comes is lost, and nobody waits any more. */
	dispose(): void;
};

type Parts<Source> = {
	/** Takes the next entries; nothing more is given before it resolves. */
	readonly take: (entries: readonly Merged<Source>[]) => void | Promise<void>;
	/** All that was there before has been taken of this source. */
	readonly caughtUp?: (source: Source) => void;
};

/** So many characters of a source wait at most, and what came with the last of them. */
const room = 512 * 1024;
/** So long a line waits for older ones of other sources, in milliseconds: they come over connections of their own. */
const patience = 80;
/** So many entries are given at once at most. */
const most = 2_000;

type Waiting<Source> = { readonly entry: Merged<Source>; readonly time: string; readonly came: number; readonly size: number };
type Queue<Source> = {
	readonly source: Source;
	entries: Waiting<Source>[];
	/** The first of them that still waits. */
	next: number;
	size: number;
	lastTime: string;
	isCaughtUp: boolean;
	isTold: boolean;
	goOn: (() => void) | undefined;
};

export function makeMerger<Source>({ take, caughtUp }: Parts<Source>): LogMerger<Source> {
	const queues: Queue<Source>[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isTaking = false;
	let isOver = false;

	/** The queue whose first entry is the next; none where an older one may still come. Then `wait` is in how many milliseconds to look again. */
	function choose(now: number): { readonly queue: Queue<Source> | undefined; readonly wait: number | undefined } {
		let queue: Queue<Source> | undefined;
		let first: Waiting<Source> | undefined;
		let isBehind = false;
		let isQuiet = false;
		for (const candidate of queues) {
			const head = candidate.entries[candidate.next];
			if (!head) {
				if (candidate.isCaughtUp) isQuiet = true;
				else isBehind = true;
			} else if (!first || head.time < first.time) [queue, first] = [candidate, head];
		}
		if (!queue || !first || isBehind) return { queue: undefined, wait: undefined };
		const age = now - first.came;
		if (isQuiet && age < patience && queue.size < room) return { queue: undefined, wait: patience - age };
		return { queue, wait: undefined };
	}

	async function pump(): Promise<void> {
		if (isTaking || isOver) return;
		isTaking = true;
		clearTimeout(timer);
		timer = undefined;
		for (;;) {
			const batch: Merged<Source>[] = [];
			const now = Date.now();
			let wait: number | undefined;
			while (batch.length < most) {
				const chosen = choose(now);
				({ wait } = chosen);
				if (!chosen.queue) break;
				batch.push(shift(chosen.queue));
			}
			const complete = queues.filter((queue) => queue.isCaughtUp && !queue.isTold && queue.next >= queue.entries.length);
			if (batch.length === 0 && complete.length === 0) {
				if (wait !== undefined) timer = setTimeout(() => void pump(), wait);
				break;
			}
			if (batch.length > 0) await take(batch);
			if (isOver) return;
			for (const queue of complete) {
				queue.isTold = true;
				caughtUp?.(queue.source);
			}
			for (const queue of queues) if (queue.size < room) queue.goOn?.();
		}
		isTaking = false;
	}

	function shift(queue: Queue<Source>): Merged<Source> {
		const { entry, size } = queue.entries[queue.next] as Waiting<Source>;
		queue.next += 1;
		queue.size -= size;
		if (queue.next > 4_000 || queue.next === queue.entries.length) {
			queue.entries = queue.entries.slice(queue.next);
			queue.next = 0;
		}
		return entry;
	}

	function add(queue: Queue<Source>, entry: Merged<Source>, time: string, size: number, came: number): void {
		// What has no time belongs to what it follows.
		queue.lastTime = time || queue.lastTime;
		queue.entries.push({ entry, time: queue.lastTime, came, size });
		queue.size += size;
	}

	return {
		reader(source) {
			const queue: Queue<Source> = { source, entries: [], next: 0, size: 0, lastTime: "", isCaughtUp: false, isTold: false, goOn: undefined };
			queues.push(queue);
			return {
				async lines(lines, signal) {
					const came = Date.now();
					for (const line of lines) add(queue, { source, line }, line.time, line.text.length + overhead, came);
					void pump();
					if (queue.size < room || signal.aborted || isOver) return;
					await new Promise<void>((resolve) => {
						const goOn = (): void => {
							signal.removeEventListener("abort", goOn);
							queue.goOn = undefined;
							resolve();
						};
						queue.goOn = goOn;
						signal.addEventListener("abort", goOn);
					});
				},
				mark(mark, place) {
					add(queue, { source, mark, place }, place.time, overhead, Date.now());
					// Nothing older comes of one that has nothing more, or of which it is not known when.
					if (mark.kind !== "started" && mark.kind !== "back") queue.isCaughtUp = true;
					void pump();
				},
				caughtUp(isCaughtUp) {
					queue.isCaughtUp = isCaughtUp;
					void pump();
				},
			};
		},
		dispose() {
			isOver = true;
			clearTimeout(timer);
			for (const queue of queues) queue.goOn?.();
		},
	};
}

/** What an entry takes besides its text, so that empty lines count, too. */
const overhead = 100;
