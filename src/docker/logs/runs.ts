import type { Readable } from "node:stream";
import type { Api } from "../connection/daemon.ts";
import { lineSplitter } from "../connection/events.ts";
import { inUtc, sinceOf } from "./engine-time.ts";

/** Where one run of a container ends and the next begins: what is written before `at` is of the run before. What is not known of the end is undefined. */
export type Boundary = { readonly at: string; readonly started: string; readonly ended: End | undefined };
export type End = { readonly time: string; readonly exitCode: number | undefined; readonly isOutOfMemory: boolean };

/** What inspect says of it. */
export type RunTimes = { readonly startedAt: string; readonly finishedAt: string; readonly isRunning: boolean };

/** So long the engine is waited for, in milliseconds: the log can be read without. */
const patience = 2_000;

/**
 * The starts of a container after its first one and after a time, as far as the engine remembers: it forgets all but its last few hundred events, and all
 * when it is restarted itself. The newest is told by inspect.
 */
export async function boundariesOf(api: Api, id: string, times: RunTimes, since: string): Promise<readonly Boundary[]> {
	const [started, finished] = [inUtc(times.startedAt), inUtc(times.finishedAt)];
	if (!started) return [];
	const found: Boundary[] = [];
	let ended: End | undefined;
	let isOutOfMemory = false;
	const take = ({ Action, timeNano = 0, Actor }: PastEvent): void => {
		const time = inUtc(new Date(timeNano / 1e6).toISOString());
		if (Action === "oom") isOutOfMemory = true;
		else if (Action === "die" || Action === "died") {
			const exitCode = Number(Actor?.Attributes?.["exitCode"] ?? Actor?.Attributes?.["containerExitCode"]);
			ended = { time, exitCode: Number.isInteger(exitCode) ? exitCode : undefined, isOutOfMemory };
			isOutOfMemory = false;
		} else if (Action === "start" && ended) {
			found.push({ at: soonAfter(ended.time, time), started: time, ended });
			ended = undefined;
		}
	};
	await readEvents(api, id, since, started, take).catch(() => {});
	// The event of the newest start comes after the time that inspect gives for it; and some engines take note of an end before they do of the start.
	const end = ended?.time ?? (times.isRunning && finished < started ? finished : "");
	if (end > since && end > (found.at(-1)?.started ?? "")) found.push({ at: ended ? soonAfter(end, started) : between(end, started), started, ended });
	return found;
}

type PastEvent = { readonly Action?: string; readonly timeNano?: number; readonly Actor?: { readonly Attributes?: Readonly<Record<string, string>> } };

/** Until a time of the engine's own clock, for it waits for what is in its future. */
async function readEvents(api: Api, id: string, since: string, until: string, take: (event: PastEvent) => void): Promise<void> {
	const filters = { type: ["container" as const], container: [id], event: ["start", "die", "died", "oom"] };
	const options: object = { since: sinceOf(since), until: sinceOf(until), filters, abortSignal: AbortSignal.timeout(patience) };
	const stream = (await api.getEvents(options)) as unknown as Readable;
	const split = lineSplitter((line) => line && take(JSON.parse(line) as PastEvent));
	for await (const chunk of stream) split(chunk as Buffer);
}

/** The engine tells of an end once it has read all that the program has written; how late it tells of a start nobody knows, on a busy machine. */
const soonAfter = (end: string, start: string): string => {
	const soon = inUtc(new Date(Date.parse(end) + grace).toISOString());
	const middle = between(end, start);
	return soon < middle ? soon : middle;
};
/** In milliseconds: some engines read a little longer. */
const grace = 30;

/** A program's last words may come after its end was noticed, and its first ones before its start was. */
const between = (end: string, start: string): string => inUtc(new Date((Date.parse(end) + Date.parse(start)) / 2).toISOString());
