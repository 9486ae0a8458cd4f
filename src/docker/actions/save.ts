import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Transform } from "node:stream";
import type { Client } from "../client.ts";
import { isConnectionError, toDockerError } from "../errors.ts";
import type { Container } from "../resources/container.ts";
import { makeUndo } from "../until-done.ts";
import { repositoryOf } from "./image-transfers.ts";
import { during } from "./during.ts";

/** `reference` is a name with a tag. While it is paused nothing in it writes, so that its files fit together. */
export type ImageToBe = { readonly reference: string; readonly message: string; readonly author: string; readonly pauses: boolean };

/** What is made of a container as it is. */
export type SaveActions = {
	/** Makes an image of its files and its settings; resolves to the image's id. Aborted, it goes on at once, and there is no image once the engine is done. */
	saveAsImage(container: Container, image: ImageToBe, signal?: AbortSignal): Promise<string>;
	/** Writes all files of it (but volumes) to a tar, which is there once it is whole: not after a failure, and not after the signal. `told` hears of bytes. */
	exportFiles(container: Container, path: string, told: (bytes: number) => void, signal: AbortSignal): Promise<void>;
};

export function saveActions(client: Client): SaveActions {
	const { connection } = client;
	const undo = makeUndo(client);
	return {
		async saveAsImage({ id, state }, { reference, message, author, pauses }, signal = new AbortController().signal) {
			let imageId = "";
			await during(client, id, "saving", () =>
				connection.use(async ({ api, endpoint }) => {
					// Engines do not leave off: the name, which another image may have, is given at the end.
					const goOn = (): void =>
						void (
							pauses &&
							state === "running" &&
							api
								.getContainer(id)
								.unpause()
								.catch(() => {})
						);
					signal.addEventListener("abort", goOn, { once: true });
					try {
						signal.throwIfAborted();
						const saved = (await api.getContainer(id).commit({ comment: message, author, pause: pauses })) as { readonly Id?: string };
						imageId = saved.Id ?? "";
					} catch (error) {
						// An engine that ends meanwhile leaves it paused.
						if (pauses && state === "running" && isConnectionError(toDockerError(error)))
							await undo(endpoint.url, ({ api: now }) => now.getContainer(id).unpause());
						throw error;
					} finally {
						signal.removeEventListener("abort", goOn);
					}
					const image = api.getImage(imageId);
					try {
						signal.throwIfAborted();
						await image.tag(repositoryOf(reference));
					} catch (error) {
						await image.remove().catch(() => {});
						throw error;
					}
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
