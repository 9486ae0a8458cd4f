import type { Readable } from "node:stream";
import { parseImageReference } from "../../engine/image/reference.ts";
import type { Client } from "../client.ts";
import { openDaemon, type Api } from "../connection/daemon.ts";
import { resolveEndpoint, type ConnectionSettings } from "../connection/endpoint.ts";
import { thisMachine } from "../connection/surroundings.ts";
import { DockerError, toDockerError } from "../errors.ts";
import { layerProgress, type LayerProgress } from "../layer-progress.ts";
import { readMessages } from "../messages.ts";
import { plainText } from "../plain-text.ts";
import { cliStore } from "../registry/cli-store.ts";
import { findCredentials, registryOf, type Credentials, type CredentialStore } from "../registry/credentials.ts";
import { importedImage, loadedImages, savedImages } from "../streams.ts";
import { counting, readFromFile, saveToFile, type Passed } from "../transfer.ts";

export type ImageTransfers = {
	/** Gets an image from its registry, with the user's credentials for it. `platform` is as `linux/arm64`; empty means the engine's own. */
	pull(reference: string, platform: string, signal: AbortSignal, progress: (state: LayerProgress) => void): Promise<void>;
	/** Sends a tag to the registry that it names. Resolves to the digest there. */
	push(reference: string, signal: AbortSignal, progress: (state: LayerProgress) => void): Promise<string | undefined>;
	/** Writes images with their tags and layers into one file, compressed where its name says so. Cancelled, it leaves nothing. */
	save(references: readonly string[], path: string, signal: AbortSignal, passed?: Passed): Promise<void>;
	/** Takes in what `save` has written. Resolves to the tags or ids that came. */
	load(path: string, signal: AbortSignal, read?: (bytes: number, of: number) => void): Promise<readonly string[]>;
	/** Makes an image with one layer of the files in an archive. Resolves to its id. */
	import(path: string, reference: string, signal: AbortSignal, read?: (bytes: number, of: number) => void): Promise<string>;
	/** Sends images to another engine, as a stream that is kept nowhere. */
	copyTo(target: ConnectionSettings, reference: string, signal: AbortSignal, passed?: Passed): Promise<Copied>;
};

/** `present`: the other engine has had the very same image under this name. `same`: by id, or where the two keep images in different ways, by layers. */
export type Copied = { readonly outcome: "copied" | "present"; readonly isSame: boolean };

export function imageTransfers({ connection }: Client, store: CredentialStore = cliStore()): ImageTransfers {
	const withAuth = async (reference: string): Promise<{ readonly authconfig?: Credentials }> => {
		const credentials = await findCredentials(registryOf(reference), store).catch((error: unknown) => {
			throw new DockerError(
				"rejected",
				`the credentials for ${registryOf(reference)} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
			);
		});
		return credentials ? { authconfig: credentials } : {};
	};
	return {
		pull: (reference, platform, signal, progress) =>
			connection.use(async ({ api }) => {
				const { tag, digest } = parseImageReference(reference);
				const version = tag === undefined && digest === undefined ? { tag: "latest" } : {};
				const options = { fromImage: reference, ...version, ...(platform && { platform }), ...(await withAuth(reference)), abortSignal: signal };
				const count = layerProgress();
				await listen(await api.createImage(options), signal, (message) => progress(count(message)));
			}),
		push: (reference, signal, progress) =>
			connection.use(async ({ api }) => {
				const { tag = "latest" } = parseImageReference(reference);
				const name = reference.replace(/:[^:/]*$/, "");
				const count = layerProgress();
				let digest: string | undefined;
				// Without any, an engine wants the header all the same.
				const auth = { authconfig: (await withAuth(reference)).authconfig ?? { serveraddress: registryOf(reference) } };
				await listen(await api.getImage(name).push({ tag, ...auth, abortSignal: signal }), signal, (message) => {
					// Engines that keep images in containerd say it in the text alone.
					digest = message.aux?.Digest ?? /\bdigest: (sha256:[\da-f]{64})/.exec(message.status ?? "")?.[1] ?? digest;
					progress(count(message));
				});
				return digest === undefined ? undefined : plainText(digest);
			}),
		save: (references, path, signal, passed) =>
			holding(connection, async () => {
				const source = await connection.use(({ api }) => savedImages(api, references, signal));
				await saveToFile(source, path, signal, passed);
			}),
		async load(path, signal, read) {
			const source = await readFromFile(path, read);
			return connection.use(({ api }) => load(api, source, signal)).finally(() => source.destroy());
		},
		async import(path, reference, signal, read) {
			const source = await readFromFile(path, read);
			return connection
				.use(async ({ api }) => {
					let id = "";
					await listen(
						await importedImage(api, source, signal, repositoryOf(reference)),
						signal,
						({ status }) => (id = status?.startsWith("sha256:") ? status : id),
					);
					return id;
				})
				.finally(() => source.destroy());
		},
		copyTo: (settings, reference, signal, passed) =>
			connection.use(async ({ api }) => {
				const wanted = await inspect(api, reference);
				const endpoint = await resolveEndpoint(settings, thisMachine);
				const target = await openDaemon(endpoint, signal);
				const ofTarget = (error: unknown): never => {
					throw toDockerError(error, endpoint.url);
				};
				try {
					const before = await inspect(target.api, reference).catch(() => undefined);
					if (before && isSame(wanted, before)) return { outcome: "present", isSame: true } as const;
					const source = await savedImages(api, [reference], signal);
					let bytes = 0;
					const counted = counting(source, (more) => passed?.((bytes += more)));
					try {
						await load(target.api, counted, signal);
					} catch (error) {
						if (source.errored) throw error;
						ofTarget(error);
					} finally {
						counted.destroy();
						source.destroy();
					}
					return { outcome: "copied", isSame: isSame(wanted, await inspect(target.api, reference).catch(ofTarget)) } as const;
				} finally {
					target.close();
				}
			}),
	};
}

/** `repository` and `tag` of a name, as the API wants them. */
export function repositoryOf(reference: string): { readonly repo: string; readonly tag: string } {
	const { tag = "latest" } = parseImageReference(reference);
	return { repo: reference.replace(/:[^:/]*$/, ""), tag };
}

async function load(api: Api, source: Readable, signal: AbortSignal): Promise<readonly string[]> {
	const loaded: string[] = [];
	await listen(await loadedImages(api, source, signal), signal, ({ stream = "" }) => {
		const [, name] = /^Loaded image(?: ID)?: (.+)/.exec(stream) ?? [];
		if (name) loaded.push(plainText(name.trim()));
	});
	return loaded;
}

/** Also ends what the engine is still doing when the signal aborts. */
async function listen(answer: NodeJS.ReadableStream, signal: AbortSignal, heard: Parameters<typeof readMessages>[1]): Promise<void> {
	const stop = (): void => void (answer as Readable).destroy(signal.reason as Error);
	signal.addEventListener("abort", stop);
	try {
		signal.throwIfAborted();
		await readMessages(answer as Readable, heard);
	} finally {
		signal.removeEventListener("abort", stop);
	}
}

/** Keeps the connection for as long as a stream of it is read, and leaves errors as they are: some are the file system's. */
async function holding<Result>(connection: Client["connection"], run: () => Promise<Result>): Promise<Result> {
	const release = connection.hold();
	try {
		return await run();
	} finally {
		release();
	}
}

type Inspected = { readonly Id?: string; readonly RootFS?: { readonly Layers?: readonly string[] | null } | null };

const inspect = async (api: Api, reference: string): Promise<Inspected> => (await api.getImage(reference).inspect()) as Inspected;

function isSame(one: Inspected, other: Inspected): boolean {
	if (one.Id === other.Id) return true;
	const [layers, others] = [one.RootFS?.Layers ?? [], other.RootFS?.Layers ?? []];
	return layers.length > 0 && layers.join() === others.join();
}
