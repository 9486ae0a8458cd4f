import type { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import type { Connection } from "../connection/connection.ts";
import { makeBookmark, type Bookmark } from "./bookmark.ts";
import { inUtc, sinceOf } from "./engine-time.ts";
import { lineReader } from "./lines.ts";
import type { LogLine, LogMark, LogReader, LogSpan } from "./log.ts";
import { inspectForLog, requestLog, type LogState } from "./request.ts";
import { boundariesOf, type Boundary, type End } from "./runs.ts";

/** The log of one place: of a container, over and over, and of those that take its place. */
export type Reading = {
	/**
	 * Follows until the engine ends it; what was read before is left out. A line that has no end yet stays behind. `begin` is called before anything is
	 * handed over, with the container as it is then. @returns that
	 */
	read(id: string, begin: (state: LogState) => void, signal: AbortSignal): Promise<LogState>;
	/**
	 * What the engine has not given before it has ended the stream: some leave out the last words of a container that was killed.
	 * @returns whether it was started again meanwhile, and what it writes now was read as well
	 */
	readRest(id: string, state: LogState, signal: AbortSignal): Promise<boolean>;
	/** Nothing more can be read of the container: what has stayed behind is a line. */
	end(): Promise<void>;
	/** What there is now, from the beginning on. */
	readAll(id: string, state: LogState, signal: AbortSignal): Promise<void>;
	/** The container has ended, or was started: what comes may be of another run, also over the stream that is being read. */
	hearOfTurn(): void;
	/** `time`: when it happened, where the engine says so. */
	mark(mark: LogMark, time?: string): void;
	/** What comes is another container's, from its beginning on. */
	turnToNextContainer(): void;
};

type Ending = { readonly stream: string; readonly time: string; readonly text: string };

export function makeReading(connection: Connection, reader: LogReader, span: LogSpan): Reading {
	let bookmark: Bookmark = makeBookmark();
	/** It was read up to what was new then, so that the span does not matter any more. */
	let isBegun = false;
	/** The last line that was there before the first reading; it may not have been within the span. */
	let lastBefore: Ending | undefined;
	/** The runs of this container; `firstRun` is the number of the first, `shownRun` that which marks have told of. */
	let boundaries: readonly Boundary[] = [];
	let startedAt = "";
	/** When the newest run has ended, as far as is known; empty while it goes on. */
	let endedAt = "";
	/** The engine has told of an end or a start since it was last asked. */
	let hasTurned = false;
	let firstRun = 0;
	let shownRun: number | undefined;
	let endedRun = -1;
	let time = "";
	/** Takes what has stayed behind of the last reading. */
	let finish: (() => Promise<void>) | undefined;

	const currentRun = (): number => firstRun + boundaries.length;
	const runOf = (at: string): number => {
		let count = boundaries.length;
		while (count > 0 && at !== "" && at < (boundaries[count - 1]?.at ?? "")) count -= 1;
		return firstRun + count;
	};
	const mark = (told: LogMark, at = ""): void => {
		if (told.kind === "exited") endedRun = currentRun();
		reader.mark(told, { run: shownRun ?? currentRun(), time: at || time });
	};
	/** Tells of the ends and starts up to this run. */
	const turnTo = (run: number): void => {
		shownRun ??= run;
		while (shownRun < run) {
			const { ended, started } = boundaries[shownRun - firstRun] ?? { ended: undefined, started: "" };
			if (ended && endedRun < shownRun) reader.mark({ kind: "exited", ...endOf(ended) }, { run: shownRun, time: ended.time });
			shownRun += 1;
			reader.mark({ kind: "started" }, { run: shownRun, time: started });
		}
	};
	const hand = async (lines: readonly LogLine[], signal: AbortSignal): Promise<void> => {
		let from = 0;
		for (const [index, { run }] of lines.entries()) {
			if (shownRun !== undefined && run <= shownRun) continue;
			if (index > from) await reader.lines(lines.slice(from, index), signal);
			from = index;
			turnTo(run);
		}
		if (lines.length > from) await reader.lines(from === 0 ? lines : lines.slice(from), signal);
	};
	const learnRuns = async (id: string, state: LogState): Promise<void> => {
		endedAt = state.isRunning && !state.isRestarting ? "" : inUtc(state.finishedAt);
		if (state.startedAt === startedAt) return;
		const newest = boundaries.at(-1)?.started ?? inUtc(startedAt);
		({ startedAt } = state);
		boundaries = [...boundaries, ...(await connection.use(({ api }) => boundariesOf(api, id, state, newest)))];
	};

	/** The last line that there is now. */
	const findLast = (id: string, isTty: boolean, signal: AbortSignal): Promise<Ending | undefined> =>
		connection.use(async ({ api }) => {
			let found: Ending | undefined;
			const lines = lineReader(isTty, (stream, at, text) => (found = { stream, time: at, text }));
			for await (const chunk of await requestLog(api, id, { follow: false, tail: 1 }, signal)) lines.feed(chunk as Buffer);
			lines.end();
			return found;
		});

	/** `last`: the line up to which what comes was there before. `opening` may not be waited for: engines answer with the first line. */
	async function readStream(id: string, opening: Promise<Readable>, isTty: boolean, last: Ending | undefined, signal: AbortSignal): Promise<void> {
		let batch: Omit<LogLine, "run">[] = [];
		let isBehind = last !== undefined;
		let isLastToCome = isBehind;
		const catchUp = (): void => {
			isBehind = false;
			isBegun = true;
			turnTo(currentRun());
			reader.caughtUp(true);
		};
		const lines = lineReader(isTty, (stream, at, text, isCut) => {
			if (last && at >= last.time) isLastToCome = false;
			if (bookmark.pass(stream, at, text)) return;
			batch.push({ stream, time: at, text, ...(isCut && { cut: true }) });
		});
		const deliver = async (): Promise<void> => {
			const taken = batch;
			batch = [];
			// The engine tells of an end before there are lines of the next run, but over another connection, which may be read a little later.
			await turn();
			// What comes after the end are last words, or the first ones of a run that has begun since: that is known of one whose lines are there.
			if (taken.length > 0 && (hasTurned || (endedAt !== "" && taken.some((line) => line.time > endedAt)))) {
				hasTurned = false;
				// Of one that was removed meanwhile no other run has begun.
				const state = await inspectForLog(connection, id).catch(() => undefined);
				if (state) await learnRuns(id, state);
			}
			time = taken.at(-1)?.time || time;
			await hand(
				taken.map((line) => ({ ...line, run: runOf(line.time) })),
				signal,
			);
			if (isBehind && !isLastToCome) catchUp();
		};
		if (!isBehind) catchUp();
		finish = undefined;
		for await (const chunk of await opening) {
			lines.feed(chunk as Buffer);
			await deliver();
		}
		isLastToCome = false;
		finish = async () => {
			lines.end();
			await deliver();
		};
	}

	const end = async (): Promise<void> => {
		await finish?.();
		finish = undefined;
	};

	return {
		mark,
		end,
		hearOfTurn: () => void (hasTurned = true),
		read: (id, begin, signal) =>
			connection.use(async ({ api }) => {
				reader.caughtUp(false);
				if (isBegun && bookmark.isEmpty && lastBefore) bookmark.skipTo(lastBefore.stream, lastBefore.time, lastBefore.text);
				const isResumed = isBegun || !bookmark.isEmpty;
				const since = isResumed ? bookmark.begin() : span.since;
				const tail = !isResumed && typeof span.tail === "number" ? span.tail : undefined;
				const request = { follow: true, ...(since && { since: sinceOf(since) }), ...(tail !== undefined && { tail }) };
				// At once, for the container may not be there for long; what is being read of it cannot be taken away.
				const opening = requestLog(api, id, request, signal);
				opening.catch(() => {});
				try {
					const state = await inspectForLog(connection, id);
					await learnRuns(id, state);
					const last = await findLast(id, state.isTty, signal);
					begin(state);
					if (!isBegun) lastBefore = last;
					const isToCome = last && tail !== 0 && (isResumed ? last.time > time || time === "" : last.time >= span.since);
					await readStream(id, opening, state.isTty, isToCome ? last : undefined, signal);
					if (!state.isRunning) await end();
					return state;
				} catch (error) {
					void opening.then((stream) => stream.destroy()).catch(() => {});
					throw error;
				}
			}),
		async readRest(id, state, signal) {
			await learnRuns(id, state);
			const since = bookmark.begin();
			const request = { follow: false, ...(since && { since: sinceOf(since) }) };
			await connection.use(({ api }) => readStream(id, requestLog(api, id, request, signal), state.isTty, afterAll, signal));
			await end();
			return startedAt !== state.startedAt;
		},
		async readAll(id, state, signal) {
			await learnRuns(id, state);
			await connection.use(({ api }) => readStream(id, requestLog(api, id, { follow: false }, signal), state.isTty, afterAll, signal));
			await end();
		},
		turnToNextContainer() {
			firstRun = currentRun() + 1;
			[boundaries, startedAt, endedAt, shownRun, time] = [[], "", "", firstRun, ""];
			hasTurned = false;
			bookmark = makeBookmark();
			lastBefore = undefined;
			isBegun = true;
		},
	};
}

/** No line is this one. */
const afterAll: Ending = { stream: "", time: "\uffff", text: "" };

const endOf = ({ exitCode, isOutOfMemory }: End): Omit<End, "time"> => ({ exitCode, isOutOfMemory });
