import { keepHistory, type Moment } from "../../engine/stats/history.ts";
import { isMeasured, type Measured, toStatistics } from "../../engine/stats/statistics.ts";
import type { Client } from "../client.ts";
import { lineSplitter } from "../connection/events.ts";
import { statisticsOf } from "../streams.ts";

/** What containers use, as the engine tells of it about once a second. */
export type LiveStatistics = {
	/**
	 * Hears of one container until the returned function is called: while the engine answers and the container runs, also after it was started again.
	 * However many follow a container, the engine is asked once. It keeps no connection by itself: who looks holds it.
	 */
	follow(id: string, heard: (moment: Moment) => void): () => void;
	/** What was heard of it in the last ten minutes, by whoever followed. */
	history(id: string): readonly Moment[];
};

type Followed = { readonly listeners: Set<(moment: Moment) => void>; stream: AbortController | undefined; again: NodeJS.Timeout | undefined };

/** So long after a stream has ended for no reason that is known it is opened anew, in milliseconds. */
const pause = 1_000;

export function liveStatistics({ connection, resources, changes }: Client): LiveStatistics {
	const followed = new Map<string, Followed>();
	const histories = new Map<string, readonly Moment[]>();
	let stopListening: (() => void) | undefined;

	/** Opens the stream, or ends it, as it is to be now. */
	function adjust(id: string): void {
		const one = followed.get(id);
		if (!one) return;
		const state = resources.model.containers.get(id)?.state;
		const isToBeOpen = connection.status.kind === "connected" && (state === "running" || state === "paused");
		if (!isToBeOpen) end(one);
		else if (!one.stream && !one.again) void read(id, one);
	}

	function end(one: Followed): void {
		clearTimeout(one.again);
		one.again = undefined;
		one.stream?.abort();
		one.stream = undefined;
	}

	/** Never rejects: why there is no stream is told by the row, or by the connection. */
	async function read(id: string, one: Followed): Promise<void> {
		const ending = new AbortController();
		const { signal } = ending;
		one.stream = ending;
		const splitter = lineSplitter((line) => {
			const measured = signal.aborted ? undefined : parsed(line);
			if (!measured || !isMeasured(measured)) return;
			const moment: Moment = { at: Date.now(), of: toStatistics(measured) };
			histories.set(id, [...keepHistory(histories.get(id) ?? [], moment.at), moment]);
			for (const listener of [...one.listeners]) listener(moment);
		});
		await connection
			.use(async ({ api }) => {
				const stream = await statisticsOf(api.getContainer(id), signal);
				await new Promise<void>((resolve) => {
					stream.on("data", splitter);
					for (const event of ["end", "close", "error"]) stream.once(event, () => resolve());
				});
			})
			.catch(() => {});
		if (one.stream !== ending) return;
		one.stream = undefined;
		one.again = setTimeout(() => {
			one.again = undefined;
			adjust(id);
		}, pause);
	}

	return {
		follow(id, heard) {
			const one: Followed = followed.get(id) ?? { listeners: new Set(), stream: undefined, again: undefined };
			followed.set(id, one);
			// Two may listen with one function.
			const listener = (moment: Moment): void => heard(moment);
			one.listeners.add(listener);
			stopListening ??= changes.listen((change) => {
				if (change.of === "containers") for (const each of change.ids) adjust(each);
				else if (change.of === "connection") for (const each of followed.keys()) adjust(each);
			});
			adjust(id);
			return () => {
				one.listeners.delete(listener);
				if (one.listeners.size > 0 || followed.get(id) !== one) return;
				followed.delete(id);
				end(one);
				if (followed.size > 0) return;
				stopListening?.();
				stopListening = undefined;
			};
		},
		history(id) {
			for (const [each, moments] of histories) {
				const kept = keepHistory(moments, Date.now());
				if (kept.length > 0) histories.set(each, kept);
				else histories.delete(each);
			}
			return histories.get(id) ?? [];
		},
	};
}

function parsed(line: string): Measured | undefined {
	try {
		return JSON.parse(line) as Measured;
	} catch {
		return undefined;
	}
}
