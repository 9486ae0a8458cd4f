import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "./client.ts";
import type { Daemon } from "./connection/daemon.ts";
import { DockerError, isConnectionError, toDockerError } from "./errors.ts";

/** So long an engine is waited for that has gone, in milliseconds. */
const comesBack = 60_000;

type Run = (daemon: Daemon) => Promise<unknown>;

/** Runs it at the engine with this address; once more where the connection is lost, when that engine is there again. */
export async function untilDone({ connection, changes }: Client, at: string, run: Run): Promise<void> {
	const end = performance.now() + comesBack;
	for (;;) {
		try {
			await useOf(connection, at, run);
			return;
		} catch (error) {
			if (performance.now() > end || !isConnectionError(toDockerError(error))) throw error;
			// Requests fail before it is known that the engine has gone.
			await delay(500);
			await changes.until(() => connection.status.kind === "connected", AbortSignal.timeout(comesBack)).catch(() => {});
		}
	}
}

/**
 * Takes back what was begun at the engine with this address. Never rejects. Where the connection is lost it resolves, and does it when that engine is there again;
 * so does all that is to be taken back after it, for what was made last may hold what was made before.
 */
export type Undo = (at: string, run: Run) => Promise<void>;

export function makeUndo(client: Client): Undo {
	let earlier: Promise<void> = Promise.resolve();
	let waiting = 0;
	const later = (at: string, run: Run): void => {
		waiting += 1;
		earlier = earlier
			.then(() => untilDone(client, at, run))
			.catch(() => {})
			.finally(() => (waiting -= 1));
	};
	return async (at, run) => {
		if (waiting > 0) return later(at, run);
		try {
			await useOf(client.connection, at, run);
		} catch (error) {
			if (isConnectionError(toDockerError(error))) later(at, run);
		}
	};
}

const useOf = (connection: Client["connection"], at: string, run: Run): Promise<unknown> =>
	connection.use(async (daemon) => {
		if (daemon.endpoint.url !== at) throw new DockerError("unreachable", "another engine is connected by now", at);
		return run(daemon);
	});
