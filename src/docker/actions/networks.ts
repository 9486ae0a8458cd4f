import type { Client } from "../client.ts";
import { maskSecrets } from "../mask-secrets.ts";
import { unlessGone } from "./outcomes.ts";

export type NewNetwork = {
	readonly name: string;
	readonly driver: string;
	/** In CIDR notation; empty where the engine is to choose. */
	readonly subnet: string;
	readonly isInternal: boolean;
	readonly isAttachable: boolean;
};

export type NetworkActions = {
	create(network: NewNetwork): Promise<void>;
	/** The daemon's own description, secrets masked. */
	inspect(id: string): Promise<unknown>;
	/** Also a container that does not run: it joins when it starts. */
	connect(id: string, containerId: string): Promise<void>;
	disconnect(id: string, containerId: string): Promise<void>;
	/** Rejects where a container is in it, not where it has gone meanwhile. */
	remove(id: string): Promise<void>;
	/** The drivers for networks that the engine has. */
	drivers(): Promise<readonly string[]>;
};

export function networkActions({ connection, resources }: Client): NetworkActions {
	const changeMembers = async (id: string, action: "connect" | "disconnect", containerId: string): Promise<void> => {
		await connection.use(({ api }) => api.getNetwork(id)[action]({ Container: containerId }));
		// Of a container that does not run no event tells.
		await resources.ask("containers", containerId).catch(() => {});
	};
	return {
		create: ({ name, driver, subnet, isInternal, isAttachable }) =>
			connection.use(async ({ api }) => {
				await api.createNetwork({
					Name: name,
					...(driver && { Driver: driver }),
					...(subnet && { IPAM: { Config: [{ Subnet: subnet }] } }),
					Internal: isInternal,
					Attachable: isAttachable,
					CheckDuplicate: true,
				});
			}),
		inspect: async (id) => maskSecrets(await connection.use(({ api }) => api.getNetwork(id).inspect())),
		connect: (id, containerId) => changeMembers(id, "connect", containerId),
		disconnect: (id, containerId) => changeMembers(id, "disconnect", containerId),
		remove: (id) => connection.use(({ api }) => unlessGone(api.getNetwork(id).remove())),
		drivers: () =>
			connection.use(async ({ api }) => {
				const { Plugins } = (await api.info({ abortSignal: AbortSignal.timeout(10_000) })) as { Plugins?: { Network?: readonly string[] | null } | null };
				// The networks `host` and `none` are there once.
				return (Plugins?.Network ?? ["bridge"]).filter((driver) => !["host", "null"].includes(driver));
			}),
	};
}
