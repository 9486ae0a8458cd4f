import type { Client } from "../client.ts";
import { maskSecrets } from "../mask-secrets.ts";

export type ImageActions = {
	/** Removes a tag, and the image with its last one. Rejects with `conflict` where a container uses it. */
	remove(reference: string): Promise<void>;
	/** The daemon's own description, secrets masked. */
	inspect(id: string): Promise<unknown>;
};

export const imageActions = ({ connection }: Client): ImageActions => ({
	remove: (reference) =>
		connection.use(async ({ api }) => {
			await api.getImage(reference).remove();
		}),
	inspect: async (id) => maskSecrets(await connection.use(({ api }) => api.getImage(id).inspect())),
});
