import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "../client.ts";
import { isConnectionError, toDockerError } from "../errors.ts";
import { within } from "../patience.ts";
import type { Container } from "../resources/container.ts";
import { inUtc } from "./engine-time.ts";
import type { LogMark, LogReader, LogSpan } from "./log.ts";
import { makeReading } from "./reading.ts";
import { inspectForLog, type LogState } from "./request.ts";

/** Events may be a moment behind what the daemon has just said, in milliseconds. */
const shortestPause = 50;
/** So long a removal is waited for, in milliseconds. */
const removal = 3_000;
/** After failures, which may go on. */
const longestPause = 5_000;

/** Reads what one container writes, and what those write that take its place: across restarts, the daemon's too, and replacements, each line once. */
export type LogFollower = {
	/** Until the signal aborts. Called again, it goes on where it was. */
	follow(signal: AbortSignal): Promise<void>;
};

export function makeLogFollower(client: Client, first: Container, reader: LogReader, span: LogSpan): LogFollower {
	const { connection, changes, events } = client;
	const reading = makeReading(connection, reader, span);
	let { id } = first;
	/** What was told last, unless lines have come since that say otherwise. */
	let told: LogMark | undefined;
	let unreadable = "";
	let startError = "";
	let pause = shortestPause;
	const tell = (mark: LogMark, time = ""): void => {
		if (JSON.stringify(mark) !== JSON.stringify(told)) reading.mark(mark, time);
		told = mark;
	};

	function tellOfBegin({ isRunning }: LogState): void {
		if (told?.kind === "lost") tell({ kind: "back" });
		if (isRunning && (told?.kind === "waiting" || told?.kind === "failed")) tell({ kind: "started" });
	}

	/** Until the engine ends the stream. @returns whether it has started the container again meanwhile */
	async function readOnce(signal: AbortSignal): Promise<boolean> {
		const begun = Date.now();
		const state = await reading.read(id, tellOfBegin, signal);
		if (state.isRunning) told = undefined;
		const after = await inspectForLog(connection, id).catch(async (error: unknown) => {
			if (toDockerError(error).kind === "missing") await reading.end();
			throw error;
		});
		if (after.startedAt !== state.startedAt) return true;
		({ startError } = after);
		const hasEnded = !after.isRunning || after.isRestarting;
		if (hasEnded && state.isRunning && (await reading.readRest(id, after, signal))) return true;
		if (hasEnded) tell(endOf(after), inUtc(after.finishedAt));
		// One that ends every stream at once is not asked without end.
		if (hasEnded || Date.now() - begun > longestPause) pause = shortestPause;
		else pause = Math.min(pause * 2, longestPause);
		return false;
	}

	const isGone = (): boolean => connection.status.kind === "connected" && client.resources.isListed("containers") && !client.resources.model.containers.has(id);

	/** Of one that it is about to remove the engine gives nothing more. @returns whether it has gone by now */
	async function hasBeenRemoved(signal: AbortSignal): Promise<boolean> {
		await reading.end();
		await changes.until(isGone, within(removal, signal)).catch(() => {});
		signal.throwIfAborted();
		return isGone();
	}

	async function tellWhy(error: unknown, signal: AbortSignal): Promise<void> {
		const reason = toDockerError(error);
		if (reason.kind === "conflict" && (await hasBeenRemoved(signal))) return tell({ kind: "removed" });
		if (reason.kind === "missing") return tell({ kind: "removed" });
		if (isConnectionError(reason)) return tell({ kind: "lost", error: reason });
		unreadable = id;
		// What its output cannot tell, the daemon may.
		const after = await inspectForLog(connection, id).catch(() => undefined);
		tell({ kind: "unreadable", error: reason, driver: after?.driver ?? "" });
		if (after?.startError) tell(endOf(after));
	}

	async function waitForMore(signal: AbortSignal): Promise<void> {
		await delay(pause, undefined, { signal });
		const next = (): Container | undefined => {
			const found = connection.status.kind === "connected" ? successorOf(client, id, first) : undefined;
			return found && found.id !== unreadable && hasNews(found, startError) ? found : undefined;
		};
		if (!next()) pause = shortestPause;
		await changes.until(() => next() !== undefined || (isGone() && told?.kind !== "removed"), signal);
		if (!next()) {
			tell({ kind: "removed" });
			await changes.until(() => next() !== undefined, signal);
		}
		const nextId = next()?.id ?? id;
		if (nextId === id) return;
		id = nextId;
		reading.turnToNextContainer();
		tell({ kind: "replaced", id });
	}

	return {
		async follow(signal) {
			const release = connection.hold();
			const stopListening = events.listen((event) => {
				if (event.type === "container" && event.id === id && (event.action === "die" || event.action === "start")) reading.hearOfTurn();
			});
			try {
				while (!signal.aborted) {
					try {
						if (await readOnce(signal)) continue;
					} catch (error) {
						signal.throwIfAborted();
						await tellWhy(error, signal);
						pause = Math.min(pause * 2, longestPause);
					}
					await waitForMore(signal);
				}
			} catch (error) {
				if (!signal.aborted) throw error;
			} finally {
				// Nobody is to wait for it.
				reader.caughtUp(true);
				stopListening();
				release();
			}
		},
	};
}

/** All that there is of a container's output now. */
export async function readLogs({ connection }: Client, { id }: Container, reader: LogReader, signal: AbortSignal): Promise<void> {
	await makeReading(connection, reader, { tail: "all", since: "" }).readAll(id, await inspectForLog(connection, id), signal);
}

/**
 * The container itself, or the one that has taken its name after it was removed (`docker compose up` makes new ones);
 * or the only one of its service, where Compose has given it another name.
 */
function successorOf({ resources }: Client, id: string, { name, project, service }: Container): Container | undefined {
	const { containers } = resources.model;
	const known = containers.get(id);
	if (known) return known;
	const all = [...containers.values()];
	const ofService = project && service ? all.filter((container) => container.project === project && container.service === service) : [];
	return all.find((container) => container.name === name) ?? (ofService.length === 1 ? ofService[0] : undefined);
}

/** Whether there is something to read or to tell: it runs, or a start has failed otherwise than was told. */
const hasNews = ({ state, details }: Container, told: string): boolean =>
	state === "running" || state === "paused" || Boolean(details?.startError && details.startError !== told);

function endOf({ startError, startedAt, exitCode, isOutOfMemory, isRestarting }: LogState): LogMark {
	if (startError) return { kind: "failed", error: startError };
	return startedAt.startsWith("0001") ? { kind: "waiting" } : { kind: "exited", exitCode, isOutOfMemory, ...(isRestarting && { isRestarted: true }) };
}
