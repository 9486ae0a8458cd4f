import { basename } from "node:path";
import { Readable } from "node:stream";
import type { Client } from "../client.ts";
import type { Api, Daemon } from "../connection/daemon.ts";
import { type DiskAnswer, toDiskUsage } from "../disk-usage.ts";
import { DockerError, toDockerError } from "../errors.ts";
import { createHelper, volumeFolder } from "../helper-container.ts";
import { maskSecrets } from "../mask-secrets.ts";
import { movedInto } from "../files/moved-tar.ts";
import { noTar, tooEarly } from "../files/tar.ts";
import { request } from "../request.ts";
import { unlessGone } from "./outcomes.ts";
import { type ApiContainer, archiveOf, unpackInto } from "../streams.ts";
import { makeUndo } from "../until-done.ts";
import { counting, readUnzipped, saveToFile, type Passed } from "../transfer.ts";

export type NewVolume = { readonly name: string; readonly driver: string; readonly labels: Readonly<Record<string, string>> };

/** Nothing of what is in a volume is read by a program in a container: a container that is never started mounts it, and the engine's archives come and go. */
export type VolumeActions = {
	/** Rejects where there is one of this name. Resolves to the name that it has. */
	create(volume: NewVolume): Promise<string>;
	/** The daemon's own description, secrets masked. */
	inspect(name: string): Promise<unknown>;
	/** Rejects with `conflict` where a container mounts it, not where it has gone meanwhile. By force one goes, too, whose driver does not answer. */
	remove(name: string, isForced: boolean): Promise<void>;
	/** Lets the rows of all volumes have their sizes, which the engine measures now. */
	measure(signal?: AbortSignal): Promise<void>;
	/** Writes all that is in it into an archive, compressed where the file's name says so. Cancelled, it leaves nothing. */
	save(name: string, path: string, signal: AbortSignal, passed?: Passed): Promise<void>;
	/** Makes a new volume of what `save` has written: owners, modes and links as they were. Where it fails or is cancelled there is no volume. */
	restore(name: string, path: string, signal: AbortSignal, read?: (bytes: number, of: number) => void): Promise<void>;
	/** Makes a new volume, of the same driver and labels, with all that is in the first. Where it fails or is cancelled there is none. */
	clone(name: string, to: string, signal: AbortSignal, passed?: Passed): Promise<void>;
	/** The drivers for volumes that the engine has. */
	drivers(): Promise<readonly string[]>;
};

export function volumeActions(client: Client): VolumeActions {
	const { connection, resources } = client;
	const create = async (api: Api, { name, driver, labels }: NewVolume): Promise<string> => {
		if (name && (await unlessGone(api.getVolume(name).inspect()))) throw new DockerError("conflict", `there is a volume ${name} already`);
		const made = (await api.createVolume({ ...(name && { Name: name }), ...(driver && { Driver: driver }), Labels: { ...labels } })) as {
			name?: string;
			Name?: string;
		};
		return made.Name ?? name;
	};
	const undo = makeUndo(client);
	/** It is removed in any case. */
	const withHelper = async <Result>({ api, endpoint }: Daemon, volume: string, run: (helper: ApiContainer) => Promise<Result>): Promise<Result> => {
		const helper = await createHelper(api, { volume }, "volume");
		try {
			return await run(api.getContainer(helper.id));
		} finally {
			await undo(endpoint.url, ({ api: now }) => helper.remove(now));
		}
	};
	/** What was begun does not stay: what was made for it goes when it fails. */
	const making = async (volume: NewVolume, signal: AbortSignal, fill: (daemon: Daemon) => Promise<void>): Promise<void> => {
		await connection.use(async (daemon) => {
			const name = await create(daemon.api, volume);
			try {
				await fill(daemon);
				signal.throwIfAborted();
			} catch (error) {
				await undo(daemon.endpoint.url, ({ api }) => api.getVolume(name).remove());
				throw error;
			}
		});
	};
	return {
		create: (volume) => connection.use(({ api }) => create(api, volume)),
		inspect: async (name) => maskSecrets(await connection.use(({ api }) => api.getVolume(name).inspect())),
		remove: (name, isForced) => connection.use(({ api }) => unlessGone(api.getVolume(name).remove({ force: isForced }))),
		measure: (signal) =>
			connection.use(async ({ api, apiVersion }) => {
				// Older engines measure everything, whatever they are asked for.
				const only = Number(apiVersion.split(".")[1]) >= 42 ? { type: "volume" } : {};
				const query = { ...only, verbose: true };
				const answer = await request(api, { path: "/system/df", method: "GET", query, ...(signal && { abortSignal: signal }) });
				for (const { id, size } of toDiskUsage(answer as DiskAnswer).volumes.items) resources.learn("volumes", id, (row) => ({ ...row, size }));
			}),
		async save(name, path, signal, passed) {
			const release = connection.hold();
			try {
				await connection.use((daemon) =>
					withHelper(daemon, name, async (helper) => saveToFile(await archiveOf(helper, `${volumeFolder}/.`, signal), path, signal, passed)),
				);
			} finally {
				release();
			}
		},
		async restore(name, path, signal, read) {
			const source = await readUnzipped(path, read);
			try {
				await making({ name, driver: "", labels: {} }, signal, (daemon) => withHelper(daemon, name, (helper) => unpack(daemon, helper, source, signal)));
			} catch (error) {
				throw isOfFile(error)
					? new DockerError("rejected", `${basename(path)} is no whole archive: it is cut, damaged or another kind of file`, "", { cause: error })
					: error;
			} finally {
				source.destroy();
			}
		},
		async clone(name, to, signal, passed) {
			const { Driver, Labels } = (await connection.use(({ api }) => api.getVolume(name).inspect())) as {
				readonly Driver: string;
				readonly Labels?: Readonly<Record<string, string>> | null;
			};
			const labels = Object.fromEntries(Object.entries(Labels ?? {}).filter(([label]) => !isOfCreator(label)));
			// Two, for an engine does not read from a container while it writes into it.
			await making({ name: to, driver: Driver, labels }, signal, (daemon) =>
				withHelper(daemon, name, (from) =>
					withHelper(daemon, to, async (into) => {
						const source = await archiveOf(from, `${volumeFolder}/.`, signal);
						let bytes = 0;
						const counted = counting(source, (more) => passed?.((bytes += more)));
						await unpack(daemon, into, counted, signal).finally(() => source.destroy());
					}),
				),
			);
		},
		drivers: () =>
			connection.use(async ({ api }) => {
				const { Plugins } = (await api.info({ abortSignal: AbortSignal.timeout(10_000) })) as { Plugins?: { Volume?: readonly string[] | null } | null };
				return Plugins?.Volume ?? ["local"];
			}),
	};
}

/** Whether what was to be unpacked could not be read. What unzips it has codes of its own. */
function isOfFile(error: unknown): boolean {
	const { detail, cause } = toDockerError(error);
	return [tooEarly().detail, noTar().detail].includes(detail) || ((cause as NodeJS.ErrnoException | undefined)?.code ?? "").startsWith("Z_");
}

/** Compose takes a volume with its labels for its own, and one that nobody named is removed with its container. */
const isOfCreator = (label: string): boolean => /^com\.docker\.(?:compose\.|volume\.anonymous$)|^io\.podman\.compose\./.test(label);

/** Puts all of an archive into the helper's volume; the volume's own folder gets the owner and mode that it has there, and links lead where they led. */
async function unpack({ product }: Daemon, helper: ApiContainer, archive: Readable, signal: AbortSignal): Promise<void> {
	// What Podman is given at the root lies below what is mounted there.
	const [target, folder] = product === "Podman" ? [volumeFolder, "."] : ["/", volumeFolder.slice(1)];
	await unpackInto(helper, target, Readable.from(movedInto(folder, archive as AsyncIterable<Buffer>), { objectMode: false }), signal);
}
