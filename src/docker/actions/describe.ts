import { isOlder, type Daemon } from "../connection/daemon.ts";
import { request } from "../request.ts";

/** What the daemon tells of a container and of its image's configuration, which is undefined where the image is gone. */
export type Description = { readonly container: unknown; readonly image: unknown };

/** What of `inspect` is read, and changed. */
type Inspected = {
	readonly Image: string;
	readonly Config: { readonly MacAddress?: string };
	readonly HostConfig: { readonly CgroupnsMode?: string };
};

/**
 * As one was asked for. The hardware address is the one that was chosen, in the older place, `Config`: in its newer place it cannot be told from
 * one that the engine drew. A namespace of control groups that the engine takes by itself is left out.
 */
export async function describe(daemon: Daemon, id: string): Promise<Description> {
	const { api } = daemon;
	const container = (await api.getContainer(id).inspect()) as unknown as Inspected;
	const image = await api
		.getImage(container.Image)
		.inspect()
		.then(({ Config }) => Config as unknown)
		.catch(() => undefined);
	const address = container.Config.MacAddress ?? (await chosenAddress(daemon, id));
	const usual = (await daemon.machine())?.hasOldGroups ? "host" : "private";
	const { CgroupnsMode: groups, ...host } = container.HostConfig;
	return {
		container: {
			...container,
			Config: { ...container.Config, ...(address && { MacAddress: address }) },
			HostConfig: groups === usual ? host : container.HostConfig,
		},
		image,
	};
}

/** Engines tell it to those who speak an older version of the API. */
async function chosenAddress({ apiVersion, apiOf }: Daemon, id: string): Promise<string | undefined> {
	if (isOlder(apiVersion, "1.52")) return undefined;
	const told = await request(apiOf("1.51"), { path: `/containers/${id}/json`, method: "GET" }).catch(() => undefined);
	return (told as Partial<Inspected> | undefined)?.Config?.MacAddress;
}
