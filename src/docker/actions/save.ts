import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Transform } from "node:stream";
import type { Client } from "../client.ts";
import type { Container } from "../resources/container.ts";
import { during } from "./during.ts";

/** `reference` is a name with a tag. While it is paused nothing in it writes, so that its files fit together. */
export type ImageToBe = { readonly reference: string; readonly message: string; readonly author: string; readonly pauses: boolean };

/** What is made of a container as it is. */
export type SaveActions = {
	/** Makes an image of its files and its settings; resolves to the image's id. */
	saveAsImage(container: Container, image: ImageToBe): Promise<string>;
	/** Writes all files of it (but volumes) to a tar, which is there once it is whole: not after a failure, and not after the signal. `told` hears of bytes. */
	exportFiles(container: Container, path: string, told: (bytes: number) => void, signal: AbortSignal): Promise<void>;
};

export function saveActions(client: Client): SaveActions {
	const { connection } = client;
	return {
		async saveAsImage({ id }, { reference, message, author, pauses }) {
			let imageId = "";
			const [, repo = reference, tag = "latest"] = /^(.*?)(?::([\w][\w.-]*))?$/.exec(reference) ?? [];
			await during(client, id, "saving", () =>
				connection.use(async ({ api }) => {
					const saved = (await api.getContainer(id).commit({ repo, tag, comment: message, author, pause: pauses })) as { readonly Id?: string };
					imageId = saved.Id ?? "";
					return true;
				}),
			);
			return imageId;
		},
		exportFiles: ({ id }, path, told, signal) =>
			during(client, id, "exporting", async () => {
				const partial = `${path}.${process.pid}-${Date.now()}.part`;
				let bytes = 0;
				const counted = new Transform({
					transform(chunk: Buffer, _encoding, done) {
						bytes += chunk.length;
						told(bytes);
						done(null, chunk);
					},
				});
				try {
					await connection.use(async ({ api }) => {
						const stream = await api.getContainer(id).export({ abortSignal: signal } as object);
						await pipeline(stream, counted, createWriteStream(partial), { signal });
					});
					await rename(partial, path);
				} catch (error) {
					await rm(partial, { force: true });
					throw error;
				}
				// The engine has told of it when it began.
				return false;
			}),
	};
}
