import type { Api } from "../connection/daemon.ts";
import type { Client } from "../client.ts";
import { createHelper, type HelperContainer } from "../helper-container.ts";
import { makeUndo } from "../until-done.ts";
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

type Helper = { readonly at: string; readonly created: Promise<HelperContainer>; users: number; timer: NodeJS.Timeout | undefined };

export function makeHelpers(client: Client): Helpers {
	const { connection } = client;
	const undo = makeUndo(client);
	const helpers = new Map<string, Helper>();
	const remove = async (key: string, helper: Helper): Promise<void> => {
		clearTimeout(helper.timer);
		if (helpers.get(key) === helper) helpers.delete(key);
		const created = await helper.created.catch(() => undefined);
		if (created) await undo(helper.at, ({ api }) => created.remove(api));
	};
	return {
		use: (place, run) =>
			connection.use(async ({ api, endpoint }) => {
				if (place.of === "container") return run(api, place.id);
				const key = `${endpoint.url} ${place.of} ${place.id}`;
				const helper = helpers.get(key) ?? {
					at: endpoint.url,
					created: createHelper(api, place.of === "volume" ? { volume: place.id } : { image: place.id }, "files"),
					users: 0,
					timer: undefined,
				};
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
