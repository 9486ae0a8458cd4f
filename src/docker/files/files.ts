import type { Client } from "../client.ts";
import type { Api } from "../connection/daemon.ts";
import { volumeFolder } from "../helper-container.ts";
import { DockerError, isDockerError, toDockerError } from "../errors.ts";
import { exists, headerIn, listByArchive, putIn, readByArchive, removeByArchive, statIn, withArchive } from "./archive.ts";
import { copyWithin } from "./copy.ts";
import { debugShells, type DebugShells } from "./debug-shell.ts";
import { checkEntryPoint, type EntryPointReport, startCommandOf } from "./entry-point.ts";
import { type FileEntry, folderOf, isWithin, joinPath, type Listing, nameOf, type Place } from "./entry.ts";
import { runIn } from "./exec.ts";
import { createFolderInMemory, emptyFolderOf, isInMemory, type Mounted, mountOf, writeInMemory } from "./in-memory.ts";
import { makeHelpers } from "./helper.ts";
import { listByProgram, statByProgram } from "./list-by-program.ts";
import { type FolderMeasure, measureFolder } from "./measure.ts";
import { type TarEntry, type TarHeader, tarOf } from "./tar.ts";

/** Why nothing can be changed at a path. */
export type ReadOnlyReason = "image" | "root" | "mount";

/** Files of containers, running or not, of images and volumes. Paths are absolute; none needs a program in the container. Each rejects with a DockerError. */
export type FileActions = {
	/** What stands at the path itself; of a link also what it leads to. */
	stat(place: Place, path: string): Promise<FileEntry>;
	/** One level of a folder; a link to one is followed. Partial where the folder is too large, unless somebody `isPatient`. */
	list(place: Place, path: string, wanted?: { readonly isPatient?: boolean; readonly signal?: AbortSignal }): Promise<Listing>;
	/** The content of a file; links are followed. */
	read(place: Place, path: string, most?: number): Promise<Buffer>;
	/** Keeps owner and mode of a file that is there; a new one belongs to its folder's owner. */
	write(place: Place, path: string, content: Uint8Array): Promise<void>;
	createFolder(place: Place, path: string): Promise<void>;
	/** With all that is below it. Refuses what is mounted, and what something is mounted in. */
	remove(place: Place, path: string): Promise<void>;
	rename(place: Place, from: string, to: string): Promise<void>;
	/** What would go with a folder; a link is not followed. */
	measure(place: Place, path: string): Promise<FolderMeasure>;
	/** Unpacks a tar into a folder. Owners in it count. */
	upload(place: Place, folder: string, tar: NodeJS.ReadableStream): Promise<void>;
	/** All that stands at the path and below, as it comes. */
	download<Result>(place: Place, path: string, use: (entries: AsyncGenerator<TarEntry>) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
	/** Header of what stands at the path: its owner. */
	header(place: Place, path: string): Promise<TarHeader>;
	/** Undefined where something can be changed there. */
	readOnly(place: Place, path: string): Promise<ReadOnlyReason | undefined>;
	/** Removes what stands for images and volumes. */
	end(): Promise<void>;
	/** Looks at what a container, or a container of an image, starts with; runs nothing. */
	checkEntryPoint(place: Place): Promise<EntryPointReport>;
} & DebugShells;

/** What of `inspect` is read. */
type Inspected = {
	readonly State?: { readonly Running?: boolean; readonly Paused?: boolean };
	readonly HostConfig?: { readonly ReadonlyRootfs?: boolean; readonly Tmpfs?: Readonly<Record<string, string>> | null };
	readonly Mounts?: readonly { readonly Destination?: string; readonly RW?: boolean; readonly Type?: string }[] | null;
};

export function fileActions(client: Client): FileActions {
	const helpers = makeHelpers(client);
	const at = (place: Place, path: string): string => (place.of === "volume" ? joinPath(volumeFolder, path) : joinPath(path));
	const within = <Result>(place: Place, path: string, run: (where: Where) => Promise<Result>): Promise<Result> =>
		helpers
			.use(place, (api, id) => run({ api, id, path: at(place, path), mayRun: place.of === "container" }))
			.catch((error: unknown) => {
				throw place.of === "volume" && isDockerError(error) ? withoutFolder(error) : error;
			});
	const inspect = async ({ api, id }: Where): Promise<Inspected> => (await api.getContainer(id).inspect()) as Inspected;
	/** Why nothing can be changed there. */
	const readOnlyAt = async (place: Place, where: Where): Promise<ReadOnlyReason | undefined> => {
		if (place.of !== "container") return place.of === "image" ? "image" : undefined;
		const inspected = await inspect(where);
		const mount = mountOf(where.path, inspected.Mounts ?? []);
		if (mount) return mount.RW === false ? "mount" : undefined;
		return inspected.HostConfig?.ReadonlyRootfs && !isInMemory(where.path, inspected) ? "root" : undefined;
	};
	const mayBeHidden = async (place: Place, where: Where, path: string): Promise<boolean> => place.of === "container" && isInMemory(path, await inspect(where));
	const change = async (place: Place, path: string, run: (where: Where) => Promise<void>): Promise<void> => {
		if (place.of === "image") throw new DockerError("rejected", readOnlyWords.image);
		await within(place, path, async (where) => {
			const reason = await readOnlyAt(place, where);
			if (reason) throw new DockerError("rejected", readOnlyWords[reason]);
			await run(where);
		});
	};
	return {
		stat: (place, path) => within(place, path, async (where) => outward(place, await statWithLink(where))),
		list: (place, path, { isPatient = false, signal } = {}) =>
			within(place, path, async (where) => {
				const { api, id, mayRun } = where;
				const folder = await realPath(where);
				const quick = mayRun ? await listByProgram(api, id, folder) : undefined;
				const listing = quick ? { entries: quick, isPartial: false } : await listByArchive(api, id, folder, isPatient, signal);
				const entries = await withTargets(where, folder, listing.entries);
				return { ...listing, entries: entries.map((entry) => outward(place, entry)) };
			}),
		read: (place, path, most) =>
			within(place, path, async (where) => {
				const { api, id } = where;
				const file = await realPath(where);
				const { kind } = await statAt(api, id, file, where.mayRun);
				if (kind === "other") throw new DockerError("rejected", "it is a device, a pipe or a socket, which is not opened");
				const archived = (await mayBeHidden(place, where, file)) ? undefined : await reached(readByArchive(api, id, file, most));
				return archived ?? (await readByProgram(where, file, most));
			}),
		write: (place, path, content) =>
			change(place, path, async (where) => {
				const { api, id } = where;
				const file = await realPath(where).catch(() => where.path);
				if (await mayBeHidden(place, where, file)) return writeInMemory(api, id, file, Buffer.from(content));
				const header = await headerFor(where, file);
				await putIn(api, id, folderOf(file), tarOf({ ...header, modified: Date.now(), size: content.length }, content));
			}),
		createFolder: (place, path) =>
			change(place, path, async (where) => {
				const { api, id, path: folder } = where;
				if (await mayBeHidden(place, where, folder)) return createFolderInMemory(api, id, folder);
				const { owner, group } = await headerIn(api, id, folderOf(folder));
				const header: TarHeader = { name: nameOf(folder), kind: "folder", mode: 0o755, owner, group, size: 0, modified: Date.now() };
				await putIn(api, id, folderOf(folder), tarOf(header));
			}),
		remove: (place, path) =>
			change(place, path, async (where) => {
				await refuseMounts(where, await inspect(where));
				await removeAt(where);
			}),
		rename: (place, from, to) =>
			change(place, from, async (where) => {
				const { api, id, path: source } = where;
				const target = at(place, to);
				if (isWithin(target, source)) throw new DockerError("rejected", "a folder cannot be moved into itself");
				await refuseMounts(where, await inspect(where));
				const moved = where.mayRun ? await runIn(api, id, ["mv", "-n", source, target]) : undefined;
				if (moved?.code === 0 && !(await exists(api, id, source))) return;
				if (await exists(api, id, target)) throw new DockerError("conflict", `${to} is there already`);
				await copyWithin(api, id, source, target).catch(async (error: unknown) => {
					await removeAt({ ...where, path: target }).catch(() => {});
					throw error;
				});
				await removeAt(where);
			}),
		measure: (place, path) => within(place, path, ({ api, id, path: folder, mayRun }) => measureFolder(api, id, folder, mayRun)),
		upload: (place, folder, tar) =>
			change(place, folder, async (where) => {
				const target = await realPath(where);
				if (await mayBeHidden(place, where, target)) throw new DockerError("rejected", "the folder is in memory, where nothing can be uploaded");
				await putIn(where.api, where.id, target, tar);
			}),
		download: (place, path, use, signal) =>
			within(place, path, async (where) => withArchive(where.api, where.id, await realPath(where), (entries) => use(entries), { signal })),
		header: (place, path) => within(place, path, ({ api, id, path: full }) => headerIn(api, id, full)),
		readOnly: (place, path) => within(place, path, (where) => readOnlyAt(place, where)),
		end: helpers.end,
		checkEntryPoint: (place) =>
			within(place, "/", async ({ api, id, mayRun }) => {
				const container: unknown = await api.getContainer(id).inspect();
				const image: unknown = await api.getImage(mayRun ? (container as { Image: string }).Image : place.id).inspect();
				const hiddenBy = (path: string): string | undefined => (mayRun ? emptyFolderOf(path, container as Mounted) : undefined);
				return checkEntryPoint(startCommandOf(mayRun ? container : image, image), {
					hiddenBy,
					async stat(path) {
						if (hiddenBy(path) !== undefined) throw new DockerError("missing", path);
						const { leadsTo, ...entry } = await statWithLink({ api, id, path, mayRun });
						return { ...entry, ...(leadsTo && hiddenBy(entry.target ?? "/") === undefined && { leadsTo }) };
					},
					read: (path, most) => readByArchive(api, id, path, most),
					owners: (path) => headerIn(api, id, path),
				});
			}),
		...debugShells(client, helpers),
	};
}

/** Of a volume, only what is in it is there. */
function outward(place: Place, { leadsTo, target, ...entry }: FileEntry): FileEntry {
	if (target === undefined || (place.of === "volume" && !isWithin(target, volumeFolder)))
		return { ...entry, ...(place.of !== "volume" && leadsTo && { leadsTo }) };
	return { ...entry, target: place.of === "volume" ? joinPath(target.slice(volumeFolder.length)) : target, ...(leadsTo && { leadsTo }) };
}

/** The helper's folder for it is nobody's business. */
const withoutFolder = (error: DockerError): DockerError =>
	new DockerError(error.kind, error.detail.replaceAll(`${volumeFolder}/`, "/"), error.address, { cause: error, reason: error.reason });

/** `mayRun`: programs may be run there, if it has any. */
type Where = { readonly api: Api; readonly id: string; readonly path: string; readonly mayRun: boolean };

const readOnlyWords: Readonly<Record<ReadOnlyReason, string>> = {
	image: "an image does not change",
	root: "the container was made with --read-only",
	mount: "it is mounted read-only",
};

/** Undefined where the archive does not reach the path. */
async function reached<Result>(asked: Promise<Result>): Promise<Result | undefined> {
	try {
		return await asked;
	} catch (error) {
		if (toDockerError(error).kind === "missing") return undefined;
		throw error;
	}
}

async function statAt(api: Api, id: string, path: string, mayRun: boolean): Promise<FileEntry> {
	const found = (await reached(statIn(api, id, path))) ?? (mayRun ? await statByProgram(api, id, path) : undefined);
	if (!found) throw new DockerError("missing", path);
	return found;
}

async function statWithLink({ api, id, path, mayRun }: Where): Promise<FileEntry> {
	const entry = await statAt(api, id, path, mayRun);
	if (entry.kind !== "link") return entry;
	// The engine has followed all links by then; it gives up where they lead in a circle.
	const target = entry.target === undefined ? undefined : await statIn(api, id, entry.target).catch(() => undefined);
	return target && target.kind !== "link" ? { ...entry, leadsTo: target.kind } : entry;
}

/** The path with a link at its end followed. */
async function realPath({ api, id, path, mayRun }: Where): Promise<string> {
	const { kind, target } = await statAt(api, id, path, mayRun);
	return kind === "link" && target !== undefined ? target : path;
}

/** Of how many targets outside of the folder it is asked what they are: each is a request, for which the engine may have to mount the files. */
const mostTargets = 40;

async function withTargets(where: Where, folder: string, entries: readonly FileEntry[]): Promise<readonly FileEntry[]> {
	const here = new Map(entries.map((entry) => [joinPath(folder, entry.name), entry]));
	const elsewhere = new Map<string, FileEntry | undefined>();
	const targetOf = ({ target = "" }: FileEntry): string => (target.startsWith("/") ? joinPath(target) : joinPath(folder, target));
	const isOpen = (entry: FileEntry): boolean => entry.kind === "link" && entry.leadsTo === undefined && entry.target !== undefined;
	for (const link of entries.filter(isOpen)) if ((here.get(targetOf(link))?.kind ?? "link") === "link") elsewhere.set(targetOf(link), link);
	const next = [...elsewhere].slice(0, mostTargets).values();
	const ask = async (): Promise<void> => {
		for (const [target, link] of next)
			if (link) elsewhere.set(target, await statWithLink({ ...where, path: joinPath(folder, link.name) }).catch(() => undefined));
	};
	await Promise.all(Array.from({ length: 4 }, ask));
	return entries.map((entry) => {
		if (!isOpen(entry)) return entry;
		const target = targetOf(entry);
		const asked = elsewhere.get(target);
		const leadsTo = elsewhere.has(target) ? asked?.leadsTo : here.get(target)?.kind;
		return { ...entry, target: asked?.target?.startsWith("/") ? asked.target : target, ...(leadsTo && { leadsTo }) };
	});
}

async function readByProgram({ api, id, mayRun }: Where, path: string, most = 64 * 1024 * 1024): Promise<Buffer> {
	const found = mayRun ? await runIn(api, id, ["cat", path], { most }) : undefined;
	if (found?.code !== 0) throw new DockerError("missing", path);
	return found.output;
}

async function headerFor({ api, id }: Where, path: string): Promise<TarHeader> {
	const there = await reached(headerIn(api, id, path));
	if (there && there.kind !== "file" && there.kind !== "hard-link") throw new DockerError("rejected", "it is no file");
	const { owner, group } = there ?? (await headerIn(api, id, folderOf(path)));
	return { mode: 0o644, modified: 0, size: 0, ...there, owner, group, name: nameOf(path), kind: "file" };
}

async function refuseMounts({ path }: Where, { Mounts }: Inspected): Promise<void> {
	const mount = (Mounts ?? []).find(({ Destination = "/" }) => isWithin(joinPath(Destination), path));
	if (mount || path === "/") throw new DockerError("rejected", mount ? `something is mounted at ${mount.Destination}` : "it is the root of all files");
}

async function removeAt({ api, id, path, mayRun }: Where): Promise<void> {
	const removed = mayRun ? await runIn(api, id, ["rm", "-rf", path]) : undefined;
	if (removed?.code === 0 && !(await exists(api, id, path))) return;
	const name = nameOf(path);
	const toItself: TarHeader = { name, kind: "hard-link", target: name, mode: 0o600, owner: 0, group: 0, size: 0, modified: 0 };
	if (!(await removeByArchive(api, id, path, tarOf(toItself)))) throw new DockerError("rejected", `the engine has not removed ${path}`);
}
