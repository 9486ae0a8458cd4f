import { settled, type Client } from "../client.ts";
import type { Daemon } from "../connection/daemon.ts";
import { toDockerError } from "../errors.ts";
import { maskSecrets } from "../mask-secrets.ts";
import type { Container, Transition } from "../resources/container.ts";
import { followLogs, type LogReader } from "./logs.ts";
import { openShell, type Shell, type TerminalSize } from "./shell.ts";

/** What can be done to a container. While it is done the row shows it. */
export type ContainerActions = {
	/** Does nothing to a container that runs; continues a paused one. */
	start(container: Container): Promise<void>;
	/** Asks with its stop signal, and kills after the grace period that the container was made with. */
	stop(container: Container): Promise<void>;
	restart(container: Container): Promise<void>;
	/** Stops a running container first; never forces, and keeps its volumes. */
	remove(container: Container): Promise<void>;
	/** The daemon's own description, secrets masked. */
	inspect(id: string): Promise<unknown>;
	followLogs(container: Container, reader: LogReader, signal: AbortSignal): Promise<void>;
	openShell(id: string, size: TerminalSize, output: (text: string) => void): Promise<Shell>;
};

const lastEvent: Record<Transition, readonly string[]> = { starting: ["start", "unpause"], stopping: ["die"], restarting: ["start"], removing: ["destroy"] };

export function containerActions(client: Client): ContainerActions {
	const { connection } = client;
	const act = (id: string, transition: Transition, run: (container: ReturnType<Daemon["api"]["getContainer"]>) => Promise<boolean>): Promise<void> =>
		during(client, id, transition, () => connection.use(({ api }) => run(api.getContainer(id))));
	return {
		start: ({ id, state }) => act(id, "starting", (container) => unlessDone(state === "paused" ? container.unpause() : container.start())),
		stop: ({ id }) => act(id, "stopping", (container) => unlessDone(container.stop())),
		restart: ({ id }) => act(id, "restarting", (container) => unlessDone(container.restart())),
		remove: ({ id, state }) =>
			act(id, "removing", async (container) => {
				const isActive = state === "running" || state === "paused" || state === "restarting";
				if (isActive) await unlessDone(container.stop());
				await container.remove().catch((error: unknown) => {
					// One made with `--rm` removes itself as soon as it stops.
					if (!isActive || !isGoneOrGoing(error)) throw error;
				});
				return true;
			}),
		inspect: async (id) => maskSecrets(await connection.use(({ api }) => api.getContainer(id).inspect())),
		followLogs: (container, reader, signal) => followLogs(client, container, reader, signal),
		openShell: (id, size, output) => openShell(connection, id, size, output),
	};
}

/**
 * Shows in the container what is being done to it while `run` does it. `run` resolves to false where there was nothing to do;
 * otherwise the daemon's event is waited for, which may come a moment after its answer (and its list may be as late).
 */
async function during(client: Client, id: string, transition: Transition, run: () => Promise<boolean>): Promise<void> {
	const { connection, resources, changes, events } = client;
	const release = connection.hold();
	let isOver = false;
	const stop = events.listen((event) => (isOver ||= event.id === id && lastEvent[transition].includes(event.action)));
	resources.note("containers", id, { transition });
	try {
		await settled(client, "containers");
		if (!(await run())) return;
		await changes.until(() => isOver || connection.status.kind !== "connected", AbortSignal.timeout(1_000)).catch(() => {});
	} finally {
		stop();
		await resources.ask("containers", id).catch(() => {});
		resources.note("containers", id, undefined);
		release();
	}
}

function isGoneOrGoing(error: unknown): boolean {
	const { kind, detail } = toDockerError(error);
	return kind === "missing" || (kind === "conflict" && /already in progress/.test(detail));
}

/** False where the daemon answers 304: it is so already, which is what was wanted. */
async function unlessDone(request: Promise<unknown>): Promise<boolean> {
	try {
		await request;
		return true;
	} catch (error) {
		if ((error as { statusCode?: number }).statusCode !== 304) throw error;
		return false;
	}
}
