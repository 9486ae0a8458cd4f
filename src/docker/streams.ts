import type { Readable } from "node:stream";
import type { Api } from "./connection/daemon.ts";

export type ApiContainer = ReturnType<Api["getContainer"]>;

/** What dockerode's types do not say: that these take a signal, and what they answer with. */
type Streams = {
	getImages(options: { readonly names: readonly string[]; readonly abortSignal: AbortSignal }): Promise<Readable>;
	loadImage(file: Readable, options: { readonly quiet: boolean; readonly abortSignal: AbortSignal }): Promise<Readable>;
	importImage(file: Readable, options: Partial<Imported> & { readonly abortSignal: AbortSignal }): Promise<Readable>;
};
type Archives = {
	getArchive(options: { readonly path: string; readonly abortSignal: AbortSignal }): Promise<Readable>;
	putArchive(file: Readable, options: { readonly path: string; readonly abortSignal: AbortSignal }): Promise<unknown>;
};
type Measurements = { stats(options: { readonly stream: true; readonly abortSignal: AbortSignal }): Promise<Readable> };
/** `changes` is an instruction as a Dockerfile has it. */
type Imported = { readonly repo: string; readonly tag: string; readonly changes: string };

const streamsOf = (api: Api): Streams => api as unknown as Streams;
const archivesOf = (container: ApiContainer): Archives => container as unknown as Archives;

/** Images with their layers and tags, as an archive. */
export const savedImages = (api: Api, names: readonly string[], abortSignal: AbortSignal): Promise<Readable> =>
	streamsOf(api).getImages({ names, abortSignal });

/** What the engine tells while it takes such an archive in. */
export const loadedImages = (api: Api, archive: Readable, abortSignal: AbortSignal): Promise<Readable> =>
	streamsOf(api).loadImage(archive, { quiet: true, abortSignal });

/** What the engine tells while it makes an image of an archive of files; without a name where none is given. */
export const importedImage = (api: Api, archive: Readable, abortSignal: AbortSignal, name: Partial<Imported> = {}): Promise<Readable> =>
	streamsOf(api).importImage(archive, { ...name, abortSignal });

/** What is at the path in a container, which need not run, as an archive. */
export const archiveOf = (container: ApiContainer, path: string, abortSignal: AbortSignal): Promise<Readable> =>
	archivesOf(container).getArchive({ path, abortSignal });

/** Unpacks an archive into the folder at the path. Rejects with the archive's own error where it cannot be read to its end. */
export async function unpackInto(container: ApiContainer, path: string, archive: Readable, signal: AbortSignal): Promise<void> {
	const ending = new AbortController();
	const abort = (): void => ending.abort(signal.reason);
	signal.addEventListener("abort", abort);
	let failure: unknown;
	archive.once("error", (error) => {
		failure = error;
		ending.abort();
	});
	try {
		signal.throwIfAborted();
		await archivesOf(container).putArchive(archive, { path, abortSignal: ending.signal });
	} catch (error) {
		throw failure ?? error;
	} finally {
		signal.removeEventListener("abort", abort);
	}
	signal.throwIfAborted();
}

/** What the container uses, a line of JSON about once a second, until the signal aborts or it has gone. */
export const statisticsOf = (container: ApiContainer, abortSignal: AbortSignal): Promise<Readable> =>
	(container as unknown as Measurements).stats({ stream: true, abortSignal });
