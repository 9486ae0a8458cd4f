import type { DaemonFacts, HeldPort } from "../engine/compose/daemon-facts.ts";
import { containerActions, type ContainerActions } from "./actions/containers.ts";
import type { End } from "./actions/ends.ts";
import { eventActions, type EventActions } from "./actions/events.ts";
import { imageActions, type ImageActions } from "./actions/images.ts";
import { imageTransfers, type ImageTransfers } from "./actions/image-transfers.ts";
import { networkActions, type NetworkActions } from "./actions/networks.ts";
import { registryActions, type RegistryActions } from "./actions/registries.ts";
import { runActions, type RunActions } from "./actions/run-image.ts";
import { systemActions, type SystemActions } from "./actions/system.ts";
import { volumeActions, type VolumeActions } from "./actions/volumes.ts";
import { makeChanges } from "./changes.ts";
import { settled, type Change, type Client } from "./client.ts";
import { Connection, type Log } from "./connection/connection.ts";
import { contexts, type Contexts } from "./contexts.ts";
import { daemonFacts } from "./daemon-facts.ts";
import { openDaemon, type OpenDaemon } from "./connection/daemon.ts";
import { causeOf } from "./connection/cause.ts";
import { diagnose, type Diagnosis } from "./connection/diagnose.ts";
import { discoverSockets, type Found } from "./connection/discover.ts";
import { configFolder, findWish, listContexts, parseHost, resolveEndpoint, type ConnectionSettings } from "./connection/endpoint.ts";
import { findInstalled, type Installed } from "./connection/installed.ts";
import type { DaemonEvent } from "./connection/events.ts";
import { fileActions, type FileActions } from "./files/files.ts";
import { makeListening } from "./listening-ports.ts";
import { Rehearsal } from "./connection/rehearsal.ts";
import { thisMachine } from "./connection/surroundings.ts";
import type { KindName, Model } from "./resources/index.ts";
import { type LiveStatistics, liveStatistics } from "./stats/live.ts";
import { Resources } from "./resources/resources.ts";

/** All that Hullwright asks of a Docker daemon. Every request connects first where needed, and rejects with a DockerError. */
export type Docker = {
	readonly connection: Pick<Connection, "status" | "hold" | "use" | "refresh" | "reconnect" | "check">;
	/** The resources as they are now. Reading them is not enough to be kept informed: somebody has to hold the connection. */
	readonly model: Model;
	readonly containers: ContainerActions;
	readonly images: ImageActions & ImageTransfers & RunActions;
	readonly volumes: VolumeActions;
	readonly networks: NetworkActions;
	readonly registries: RegistryActions;
	readonly system: SystemActions;
	readonly contexts: Contexts;
	readonly events: EventActions;
	readonly files: FileActions;
	readonly live: LiveStatistics;
	onChange(listener: (change: Change) => void): () => void;
	/** What is left of containers that we have run and that removed themselves when they ended. */
	onEnd(listener: (end: End) => void): () => void;
	/** The daemon's events as they come, just before the rows take them in. */
	onEvent(listener: (event: DaemonEvent) => void): () => void;
	/** What the rules of Compose files may know of the engine; undefined while there is none. */
	facts(): DaemonFacts | undefined;
	/** Of these ports, those on which programs of the daemon's machine listen; none where that is not this one. */
	listening(ports: readonly number[]): Promise<readonly HeldPort[]>;
	/** Waits until the rows of the kind are known, or the daemon is known to be away. */
	settled(name: KindName): Promise<void>;
	/** Waits for a change after which the condition holds; at once where it does already. Rejects when the signal aborts. */
	until(condition: () => boolean, signal?: AbortSignal): Promise<void>;
	/** Daemons that one may choose from: the CLI's contexts, and the sockets found on this machine. */
	choices(): Promise<{ readonly contexts: readonly { readonly name: string; readonly host: string }[]; readonly sockets: readonly Found[] }>;
	/** The engines that are installed on this machine, and how each is started. */
	installed(): Promise<readonly Installed[]>;
	/** Tries to reach the engine, over connections of its own, and tells of each step. */
	diagnose(): Promise<Diagnosis>;
	/** @throws DockerError with the reason where this is no host */
	checkHost(host: string): void;
	dispose(): void;
};

/** Prepares a client; it connects when it is first asked or held. `settings` is read anew for every connection. */
export function connect(settings: () => ConnectionSettings, log: Log, open: OpenDaemon = openDaemon): Docker {
	const changes = makeChanges<Change>();
	const events = makeChanges<DaemonEvent>();
	const ends = makeChanges<End>();
	const resources = new Resources(changes.tell, events, log);
	const connection = new Connection({
		resolve: () => resolveEndpoint(settings(), thisMachine),
		open,
		explain: async (error, endpoint) => ({
			cause: await causeOf(error, endpoint, thisMachine),
			source: endpoint?.source ?? (await findWish(settings(), thisMachine)) ?? { by: "default", name: "" },
		}),
		follower: resources,
		changed: () => changes.tell({ of: "connection" }),
		until: changes.until,
		log,
		configFolder: configFolder(thisMachine),
	});
	const client: Client = { connection, resources, changes, events, ends };
	const files = fileActions(client);
	return {
		connection,
		model: resources.model,
		containers: containerActions(client),
		images: { ...imageActions(client), ...imageTransfers(client), ...runActions(client) },
		volumes: volumeActions(client),
		networks: networkActions(client),
		registries: registryActions(client),
		system: systemActions(client),
		contexts: contexts(settings, thisMachine),
		events: eventActions(client),
		files,
		live: liveStatistics(client),
		onChange: changes.listen,
		onEnd: ends.listen,
		onEvent: events.listen,
		facts: () => daemonFacts(connection.status, resources.model),
		listening: makeListening(connection),
		settled: (name) => settled(client, name),
		until: changes.until,
		choices: async () => ({ contexts: await listContexts(thisMachine), sockets: await discoverSockets(thisMachine) }),
		installed: () => findInstalled(thisMachine),
		diagnose: () => diagnose(settings(), thisMachine, open),
		checkHost: (host) => void parseHost(host, thisMachine.platform),
		dispose() {
			void files.end().finally(() => connection.dispose());
			changes.dispose();
			events.dispose();
			ends.dispose();
		},
	};
}

/**
 * Goes the way to an engine's rows once with one that is in this process, so that V8 has compiled it when somebody looks, who would else wait for that by a sixth
 * longer. Reaches nothing and leaves nothing.
 * @returns how many rows there were
 */
export async function rehearse(): Promise<number> {
	const log = { info() {}, debug() {} };
	const docker = connect(
		() => ({ host: "unix:///rehearsal", context: "" }),
		log,
		(endpoint, signal) => openDaemon(endpoint, signal, () => new Rehearsal(100)),
	);
	const release = docker.connection.hold();
	await docker.settled("containers");
	const { size } = docker.model.containers;
	release();
	docker.dispose();
	return size;
}
