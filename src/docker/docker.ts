import { discoverSockets } from "./discover.ts";
import { configFolder, listContexts, parseHost, resolveEndpoint, type ConnectionSettings } from "./endpoint.ts";
import { toDockerError } from "./errors.ts";
import { Live, type Log } from "./live.ts";
import { followLogs, type LogReader } from "./logs.ts";
import { maskSecrets } from "./mask-secrets.ts";
import type { Container } from "./model.ts";
import { openShell, type Shell, type TerminalSize } from "./shell.ts";
import { thisMachine } from "./surroundings.ts";

/** All that Hullwright asks of a Docker engine. Every request connects first where needed, and rejects with a DockerError. */
export type Docker = {
	/** Containers and images as they are now, and the state of the connection. */
	readonly live: Live;
	/** Does nothing to a container that runs; continues a paused one. */
	start(container: Container): Promise<void>;
	/** Asks with its stop signal, and kills after the grace period that the container was made with. */
	stop(container: Container): Promise<void>;
	restart(container: Container): Promise<void>;
	/** Stops a running container first; never forces, and keeps its volumes. */
	remove(container: Container): Promise<void>;
	/** The engine's own description, secrets masked. */
	inspectContainer(id: string): Promise<unknown>;
	inspectImage(id: string): Promise<unknown>;
	/** Removes a tag, and the image with its last one. Rejects with `conflict` where a container uses it. */
	removeImage(reference: string): Promise<void>;
	followLogs(container: Container, reader: LogReader, signal: AbortSignal): Promise<void>;
	openShell(id: string, size: TerminalSize, output: (text: string) => void): Promise<Shell>;
	/** Engines that one may choose from: the CLI's contexts, and the sockets found on this machine. */
	choices(): Promise<{ readonly contexts: readonly { readonly name: string; readonly host: string }[]; readonly sockets: readonly string[] }>;
	/** @throws DockerError with the reason where this is no host */
	checkHost(host: string): void;
	dispose(): void;
};

/** Prepares a client; it connects when it is first asked or held. `settings` is read anew for every connection. */
export function connect(settings: () => ConnectionSettings, log: Log): Docker {
	const live = new Live({ resolve: () => resolveEndpoint(settings(), thisMachine), log, configFolder: configFolder(thisMachine) });
	return {
		live,
		start: ({ id, state }) =>
			live.during(id, "starting", () => live.use(({ api }) => unlessDone(state === "paused" ? api.getContainer(id).unpause() : api.getContainer(id).start()))),
		stop: ({ id }) => live.during(id, "stopping", () => live.use(({ api }) => unlessDone(api.getContainer(id).stop()))),
		restart: ({ id }) => live.during(id, "restarting", () => live.use(({ api }) => unlessDone(api.getContainer(id).restart()))),
		remove: ({ id, state }) =>
			live.during(id, "removing", () =>
				live.use(async ({ api }) => {
					const container = api.getContainer(id);
					const isActive = state === "running" || state === "paused" || state === "restarting";
					if (isActive) await unlessDone(container.stop());
					await container.remove().catch((error: unknown) => {
						// One made with `--rm` removes itself as soon as it stops.
						if (!isActive || !isGoneOrGoing(error)) throw error;
					});
					return true;
				}),
			),
		inspectContainer: async (id) => maskSecrets(await live.use(({ api }) => api.getContainer(id).inspect())),
		inspectImage: async (id) => maskSecrets(await live.use(({ api }) => api.getImage(id).inspect())),
		removeImage: (reference) =>
			live.use(async ({ api }) => {
				await api.getImage(reference).remove();
			}),
		followLogs: (container, reader, signal) => followLogs(live, container, reader, signal),
		openShell: (id, size, output) => openShell(live, id, size, output),
		choices: async () => ({ contexts: await listContexts(thisMachine), sockets: await discoverSockets(thisMachine) }),
		checkHost: (host) => void parseHost(host, thisMachine.platform),
		dispose: () => live.dispose(),
	};
}

function isGoneOrGoing(error: unknown): boolean {
	const { kind, detail } = toDockerError(error);
	return kind === "missing" || (kind === "conflict" && /already in progress/.test(detail));
}

/** False where the engine answers 304: it is so already, which is what was wanted. */
async function unlessDone(request: Promise<unknown>): Promise<boolean> {
	try {
		await request;
		return true;
	} catch (error) {
		if ((error as { statusCode?: number }).statusCode !== 304) throw error;
		return false;
	}
}
