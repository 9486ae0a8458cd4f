import type { Client } from "../client.ts";
import type { Daemon } from "../connection/daemon.ts";
import { toDockerError } from "../errors.ts";
import { maskSecrets } from "../mask-secrets.ts";
import { type Container, type Transition, withStartError } from "../resources/container.ts";
import { changeActions, type ChangeActions } from "./change.ts";
import { describe, type Description } from "./describe.ts";
import { createActions, type CreateActions } from "./create.ts";
import { during } from "./during.ts";
import { type LogFollower, makeLogFollower, readLogs } from "../logs/follow.ts";
import type { LogReader, LogSpan } from "../logs/log.ts";
import { lookActions, type LookActions } from "./look.ts";
import { saveActions, type SaveActions } from "./save.ts";
import { isGoneOrGoing, unlessDone } from "./outcomes.ts";
import { programActions, type ProgramActions } from "./shell.ts";

/** What can be done to a container. While it is done the row shows it. */
export type ContainerActions = {
	/** Does nothing to a container that runs. */
	start(container: Container): Promise<void>;
	/** Asks with its stop signal, and kills after the grace period that the container was made with. */
	stop(container: Container): Promise<void>;
	restart(container: Container): Promise<void>;
	pause(container: Container): Promise<void>;
	unpause(container: Container): Promise<void>;
	/** Ends it at once, without its having a say. */
	kill(container: Container): Promise<void>;
	/** Stops a running container first; never forces, and keeps its volumes. */
	remove(container: Container): Promise<void>;
	/** The daemon's own description, secrets masked. */
	inspect(id: string): Promise<unknown>;
	/** The same with its secrets: to be compared, never to be shown or kept. */
	settings(id: string): Promise<unknown>;
	/** What is to be known to make another of it, with secrets. */
	describe(id: string): Promise<Description>;
	/** What it writes, and what those write that take its place. Nothing is read before it is followed. */
	logs(container: Container, reader: LogReader, span: LogSpan): LogFollower;
	/** The whole output so far. */
	readLogs(container: Container, reader: LogReader, signal: AbortSignal): Promise<void>;
} & ChangeActions &
	CreateActions &
	LookActions &
	ProgramActions &
	SaveActions;

export function containerActions(client: Client): ContainerActions {
	const { connection } = client;
	const act = (id: string, transition: Transition, run: (container: ReturnType<Daemon["api"]["getContainer"]>) => Promise<boolean>): Promise<void> =>
		during(client, id, transition, () => connection.use(({ api }) => run(api.getContainer(id))));
	return {
		start: ({ id }) =>
			act(id, "starting", (container) => unlessDone(container.start())).catch((error: unknown) => {
				const { kind, detail } = toDockerError(error);
				if (kind === "rejected") client.resources.learn("containers", id, (row) => withStartError(row, detail));
				throw error;
			}),
		stop: ({ id }) => act(id, "stopping", (container) => unlessDone(container.stop())),
		restart: ({ id }) => act(id, "restarting", (container) => unlessDone(container.restart())),
		pause: ({ id }) => act(id, "pausing", (container) => unlessDone(container.pause())),
		unpause: ({ id }) => act(id, "continuing", (container) => unlessDone(container.unpause())),
		kill: ({ id }) => act(id, "killing", (container) => unlessDone(container.kill())),
		remove: ({ id, state }) =>
			act(id, "removing", async (container) => {
				const isActive = state === "running" || state === "paused" || state === "restarting";
				try {
					if (isActive) await unlessDone(container.stop());
					await container.remove();
					return true;
				} catch (error) {
					// One made with `--rm` removes itself as soon as it stops; or somebody else was quicker.
					if (!isGoneOrGoing(error)) throw error;
					return toDockerError(error).kind !== "missing";
				}
			}),
		describe: (id) => connection.use((daemon) => describe(daemon, id)),
		inspect: async (id) => maskSecrets(await connection.use(({ api }) => api.getContainer(id).inspect())),
		settings: (id) => connection.use(({ api }) => api.getContainer(id).inspect()),
		logs: (container, reader, span) => makeLogFollower(client, container, reader, span),
		readLogs: (container, reader, signal) => readLogs(client, container, reader, signal),
		...changeActions(client),
		...createActions(client),
		...lookActions(connection),
		...programActions(connection),
		...saveActions(client),
	};
}
