import type { Api } from "../connection/daemon.ts";
import type { Client } from "../client.ts";
import { createHelper, type HelperContainer } from "../helper-container.ts";
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

type Helper = { readonly created: Promise<HelperContainer>; users: number; timer: NodeJS.Timeout | undefined };

export function makeHelpers({ connection }: Client): Helpers {
	const helpers = new Map<string, Helper>();
	const remove = async (key: string, helper: Helper): Promise<void> => {
		clearTimeout(helper.timer);
		if (helpers.get(key) === helper) helpers.delete(key);
		const created = await helper.created.catch(() => undefined);
		if (!created) return;
		// One that has gone by itself needs no removing.
		await connection.use(({ api }) => created.remove(api)).catch(() => {});
	};
	return {
		use: (place, run) =>
			connection.use(async ({ api, endpoint }) => {
				if (place.of === "container") return run(api, place.id);
				const key = `${endpoint.url} ${place.of} ${place.id}`;
				const helper = helpers.get(key) ?? { created: create(api, place), users: 0, timer: undefined };
				helpers.set(key, helper);
				clearTimeout(helper.timer);
				helper.users += 1;
				try {
					return await run(api, (await helper.created).id);
				} catch (error) {
					// The next one makes another, where this one could not be made or was removed by somebody.
					const isThere = await helper.created
						.then(({ id }) => api.getContainer(id).inspect())
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

async function create(api: Api, { of, id }: Place): Promise<HelperContainer> {
	await removeForgotten(api);
	return createHelper(api, of === "volume" ? { volume: id } : { image: id }, "files");
}

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
