import type { Api } from "../connection/daemon.ts";
import { DockerError } from "../errors.ts";
import type { Client } from "../client.ts";
import { helperLabel } from "../resources/helper-label.ts";
import type { Place } from "./entry.ts";

/** So long a helper stays after it was last used, in milliseconds. */
const lingering = 5_000;

/**
 * Runs with the id of a container in which the place's files are. For an image or a volume one is created, never started, without a network;
 * it is removed when it was not used for a while.
 */
export type Helpers = {
	use<Result>(place: Place, run: (api: Api, id: string) => Promise<Result>): Promise<Result>;
	/** Removes those that are there. */
	end(): Promise<void>;
};

type Helper = { readonly id: Promise<string>; users: number; timer: NodeJS.Timeout | undefined };

export function makeHelpers({ connection }: Client): Helpers {
	const helpers = new Map<string, Helper>();
	const remove = async (key: string, helper: Helper): Promise<void> => {
		clearTimeout(helper.timer);
		if (helpers.get(key) === helper) helpers.delete(key);
		const id = await helper.id.catch(() => undefined);
		// One that has gone by itself needs no removing.
		if (id) await connection.use(({ api }) => api.getContainer(id).remove({ force: true, v: true })).catch(() => {});
	};
	return {
		use: (place, run) =>
			connection.use(async ({ api, endpoint }) => {
				if (place.of === "container") return run(api, place.id);
				const key = `${endpoint.url} ${place.of} ${place.id}`;
				const helper = helpers.get(key) ?? { id: create(api, place), users: 0, timer: undefined };
				helpers.set(key, helper);
				clearTimeout(helper.timer);
				helper.users += 1;
				try {
					return await run(api, await helper.id);
				} catch (error) {
					// The next one makes another, where this one could not be made or was removed by somebody.
					const isThere = await helper.id
						.then((id) => api.getContainer(id).inspect())
						.then(
							() => true,
							() => false,
						);
					if (!isThere && helpers.get(key) === helper) helpers.delete(key);
					throw error;
				} finally {
					helper.users -= 1;
					if (helper.users === 0) {
						if (helpers.get(key) === helper) helper.timer = setTimeout(() => void remove(key, helper), lingering);
						else void remove(key, helper);
					}
				}
			}),
		async end() {
			await Promise.all([...helpers].map(([key, helper]) => remove(key, helper)));
		},
	};
}

/** Where a volume is in its helper. */
export const volumeFolder = "/volume";

async function create(api: Api, place: Place): Promise<string> {
	await removeForgotten(api);
	const image = place.of === "image" ? place.id : await smallestImage(api);
	const { id } = await api.createContainer({
		Image: image,
		// It never runs, but an engine wants a command where the image has none.
		Entrypoint: ["true"],
		Cmd: [],
		NetworkDisabled: true,
		Labels: { [helperLabel]: "files" },
		HostConfig: {
			NetworkMode: "none",
			...(place.of === "volume" && { Mounts: [{ Type: "volume" as const, Source: place.id, Target: volumeFolder, VolumeOptions: noCopy }] }),
		},
	});
	return id;
}

/** What the image has there is not copied into an empty volume. */
const noCopy = { NoCopy: true, Labels: {}, DriverConfig: { Name: "", Options: {} } };

/** Those that a window which was killed has left behind. */
async function removeForgotten(api: Api): Promise<void> {
	const filters = { label: [`${helperLabel}=files`], status: ["created"] };
	const old = (await api.listContainers({ all: true, filters })).filter(({ Created }) => Date.now() / 1000 - Created > 3600);
	await Promise.all(
		old.map(({ Id }) =>
			api
				.getContainer(Id)
				.remove({ v: true })
				.catch(() => {}),
		),
	);
}

/** Any image does, for nothing of it is run. */
async function smallestImage(api: Api): Promise<string> {
	const images = await api.listImages();
	const [smallest] = images.filter(({ Size }) => Size > 0).sort((one, other) => one.Size - other.Size);
	if (!smallest)
		throw new DockerError("rejected", "a volume is read through a container that is never started, and there is no image on this engine to make one of");
	return smallest.Id;
}
