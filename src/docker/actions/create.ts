import { setTimeout as delay } from "node:timers/promises";
import { type Client, settled } from "../client.ts";
import { type Api, type Daemon, isOlder } from "../connection/daemon.ts";
import { DockerError, toDockerError } from "../errors.ts";
import { type Container, readLastLine, toStartError } from "../resources/container.ts";
import { keepEnd } from "./ends.ts";
import { isGoneOrGoing, unlessDone, unlessGone } from "./outcomes.ts";
import { within } from "../patience.ts";
import { untilDone } from "../until-done.ts";

/** What the engine is told to make a container; `networks` are those that it joins besides the first, which it leaves where `leaves` names it. */
export type Creation = {
	readonly name: string;
	readonly body: object;
	readonly networks: Readonly<Record<string, object>>;
	readonly leaves?: string;
};

/** Calls `start` for the container that is made. */
type Starting = (id: string, start: () => Promise<void>) => Promise<void>;

const startAtOnce: Starting = (_, start) => start();

export type CreateActions = {
	/**
	 * Makes a container and starts it; `starting` has it started, and may attach before. One that does not start is removed again, so that its name is free.
	 * Resolves to its id. What is left of one that removes itself, `onEnd` tells. Aborted before it runs: it is removed again.
	 */
	run(creation: Creation, how?: { readonly signal?: AbortSignal; readonly starting?: Starting | undefined }): Promise<string>;
	/**
	 * Puts another container in the place of one, which stays under another name until the new one runs, and is put back as it was where that does not.
	 * `before` makes the old one again, should it remove itself when it is stopped. Resolves to the new one's id, and the name under which the old one is kept.
	 * Aborted before the new one is known to run: the old one is put back, once it has stopped where it was stopping. Where the connection is lost meanwhile,
	 * that is done as soon as the engine is there again. @throws NotPutBack where it cannot be done
	 */
	recreate(
		container: Container,
		creation: Creation,
		how: { readonly before: Creation; readonly keeps: boolean; readonly signal?: AbortSignal },
	): Promise<{ readonly id: string; readonly kept?: string }>;
};

/** The old one could not be put back: it is there under the name `kept`. */
export type NotPutBack = DockerError & { readonly kept: string };

/** A program that fails at once has done so within this time, in milliseconds. */
const atOnce = 1_500;

/** What has been done so far, and at which engine: the old one is called `kept` by now, the new one is there. */
type Made = { goesByItself: boolean; at?: string; kept?: string; newId?: string };

export function createActions(client: Client): CreateActions {
	const { connection, resources } = client;
	return {
		run: (creation, { signal, starting = startAtOnce } = {}) =>
			connection.use(async (daemon) => {
				const { api } = daemon;
				const id = await create(daemon, creation);
				const forgets = new AbortController();
				try {
					if (removesItself(creation)) await keepEnd(client, id, forgets.signal);
					await starting(id, async () => {
						signal?.throwIfAborted();
						await api.getContainer(id).start();
					});
				} catch (error) {
					forgets.abort();
					await remove(api, id);
					throw error;
				}
				return id;
			}),
		async recreate({ id: oldId, name: oldName, state }, creation, { before, keeps, signal }) {
			const release = connection.hold();
			try {
				await settled(client, "containers");
				resources.note("containers", oldId, { transition: "recreating" });
				const made: Made = { goesByItself: false };
				const wasActive = state === "running" || state === "paused" || state === "restarting";
				const begun = connection.use(async (daemon) => {
					const { api } = daemon;
					const old = api.getContainer(oldId);
					const { HostConfig } = (await old.inspect()) as { readonly HostConfig?: { readonly AutoRemove?: boolean } };
					made.at = daemon.endpoint.url;
					made.goesByItself = HostConfig?.AutoRemove === true && wasActive;
					const kept = freeName(`${oldName}-before`, [...resources.model.containers.values()]);
					made.kept = kept;
					await old.rename({ name: kept });
					const forgets = new AbortController();
					try {
						const newId = (made.newId = await create(daemon, creation));
						if (removesItself(creation)) await keepEnd(client, newId, forgets.signal);
						signal?.throwIfAborted();
						if (wasActive) await stop(api, oldId, state);
						if (made.goesByItself) await untilGone(api, oldId);
						signal?.throwIfAborted();
						await startAndStay(api, newId, signal);
						return newId;
					} catch (error) {
						forgets.abort();
						throw error;
					}
				});
				const newId = await begun.catch(async (error: unknown) => {
					const { newId: failed, at, kept, goesByItself } = made;
					if (kept === undefined || at === undefined) throw error;
					await untilDone(client, at, async (daemon) => {
						if (failed !== undefined) await remove(daemon.api, failed);
						else if (creation.name === oldName) await removeOther(daemon.api, oldName, oldId);
						await putBack(daemon, { id: oldId, name: oldName, state, wasActive, remade: goesByItself ? before : undefined });
					}).catch((failure: unknown) => {
						throw Object.assign(toDockerError(failure), { kept });
					});
					throw error;
				});
				const { kept, goesByItself } = made;
				if (keeps && !goesByItself && kept !== undefined) {
					await connection.use(({ api }) => staysStopped(api, oldId)).catch(() => {});
					return { id: newId, kept };
				}
				await connection
					.use(({ api }) => api.getContainer(oldId).remove())
					.catch((error: unknown) => {
						if (!isGoneOrGoing(error)) throw error;
					});
				return { id: newId };
			} finally {
				resources.note("containers", oldId, undefined);
				release();
			}
		},
	};

	/** Also fails where the program fails at once, and where it is aborted meanwhile. */
	async function startAndStay(api: Api, id: string, signal: AbortSignal = new AbortController().signal): Promise<void> {
		let exitCode: string | undefined;
		const stopListening = client.events.listen((event) => {
			if (event.id === id && event.action === "die") exitCode ??= event.attributes["exitCode"] ?? event.attributes["containerExitCode"] ?? "";
		});
		try {
			await api.getContainer(id).start();
			await client.changes.until(() => exitCode !== undefined, within(atOnce, signal)).catch(() => {});
			signal.throwIfAborted();
			if (exitCode === undefined || exitCode === "0") return;
			const said = await readLastLine(id, api, AbortSignal.timeout(2_000)).catch(() => "");
			throw new DockerError("rejected", `it ended at once with exit code ${exitCode}${said && `: ${toStartError(said)}`}`);
		} finally {
			stopListening();
		}
	}
}

/** The engine removes it, also where nobody is here any more. */
const removesItself = ({ body }: Creation): boolean => (body as { readonly HostConfig?: { readonly AutoRemove?: boolean } }).HostConfig?.AutoRemove === true;

type Body = { readonly MacAddress?: string; readonly NetworkingConfig?: { readonly EndpointsConfig: Readonly<Record<string, object>> } };

/** One that cannot join its networks is removed again. */
async function create({ api, apiVersion }: Daemon, { name, body, networks, leaves }: Creation): Promise<string> {
	// Since this version each network has its own hardware address, one for all is refused, and all can be joined at once, whereas some engines forget
	// such an address where a network is joined later.
	const isOfNow = !isOlder(apiVersion, "1.44");
	const { MacAddress, NetworkingConfig: first, ...rest } = body as Body;
	const networking = isOfNow && first ? { EndpointsConfig: { ...first.EndpointsConfig, ...networks } } : first;
	const { id } = await api.createContainer({
		...rest,
		...(MacAddress && !isOfNow && { MacAddress }),
		...(networking && { NetworkingConfig: networking }),
		...(name && { name }),
	});
	try {
		if (leaves !== undefined) await api.getNetwork(leaves).disconnect({ Container: id });
		for (const [network, settings] of networking === first ? Object.entries(networks) : [])
			await api.getNetwork(network).connect({ Container: id, EndpointConfig: settings });
	} catch (error) {
		await remove(api, id);
		throw error;
	}
	return id;
}

/** With the volumes that were made for it alone. Its name is free then, also where the engine removes it already. */
async function remove(api: Api, id: string): Promise<void> {
	await api
		.getContainer(id)
		.remove({ force: true, v: true })
		.catch((error: unknown) => {
			if (!isGoneOrGoing(error)) throw error;
			return untilGone(api, id);
		});
}

/** One that was made without our being told, for the connection was lost. */
async function removeOther(api: Api, name: string, than: string): Promise<void> {
	const found = await unlessGone(api.getContainer(name).inspect());
	if (found && found.Id !== than) await remove(api, found.Id);
}

/** So long the engine may take to remove a container by itself, in milliseconds. */
const patience = 10_000;

/** The engine answers before one is gone that it removes by itself; no event is sure to come for one that is gone by now. */
async function untilGone(api: Api, id: string): Promise<void> {
	const until = performance.now() + patience;
	while (performance.now() < until) {
		if ((await lookAt(api, id)) === undefined) return;
		await delay(50);
	}
}

/** Undefined where there is no such container. */
async function lookAt(api: Api, id: string): Promise<{ readonly state: string; readonly name: string } | undefined> {
	const found = await unlessGone(api.getContainer(id).inspect());
	return found && { state: found.State.Status, name: found.Name.replace(/^\//, "") };
}

async function stop(api: Api, id: string, state: Container["state"]): Promise<void> {
	const container = api.getContainer(id);
	if (state === "paused") await unlessDone(container.unpause());
	await unlessDone(container.stop()).catch((error: unknown) => {
		if (!isGoneOrGoing(error)) throw error;
	});
}

/** An engine that is started again starts one whose policy is this even where it was stopped, and two would have the same ports and volumes. */
async function staysStopped(api: Api, id: string): Promise<void> {
	const { HostConfig } = (await api.getContainer(id).inspect()) as { readonly HostConfig: { readonly RestartPolicy?: { readonly Name?: string } } };
	if (HostConfig.RestartPolicy?.Name === "always") await api.getContainer(id).update({ RestartPolicy: { Name: "unless-stopped" } });
}

type Old = {
	readonly id: string;
	readonly name: string;
	readonly state: Container["state"];
	readonly wasActive: boolean;
	readonly remade: Creation | undefined;
};

async function putBack(daemon: Daemon, { id, name, state, wasActive, remade }: Old): Promise<void> {
	const { api } = daemon;
	const old = api.getContainer(id);
	const found = await lookAt(api, id);
	const isThere = found !== undefined && found.state !== "removing";
	// What failed may have been to give it another name.
	if (isThere && found.name !== name) await old.rename({ name });
	const back = isThere || !remade ? old : api.getContainer(await create(daemon, remade));
	if (!wasActive) return;
	await unlessDone(back.start());
	if (state === "paused") await back.pause();
}

function freeName(wanted: string, containers: readonly Container[]): string {
	const taken = new Set(containers.map(({ name }) => name));
	let name = wanted;
	for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
	return name;
}
