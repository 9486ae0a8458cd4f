import type { Readable } from "node:stream";
import type { Api } from "../connection/daemon.ts";
import { DockerError } from "../errors.ts";
import { type FileEntry, folderOf, joinPath, type Listing, nameOf, parseStat } from "./entry.ts";
import { readTar, type TarEntry, type TarHeader } from "./tar.ts";

// The engine's archive endpoint: a container need not run for it, and needs no program in it.

/** What stands at the path itself: a link is not followed. @throws DockerError */
export async function statIn(api: Api, id: string, path: string): Promise<FileEntry> {
	const answer = (await api.getContainer(id).infoArchive({ path })) as Readable & { readonly headers: Readonly<Record<string, string>> };
	answer.resume();
	return { ...parseStat(answer.headers["x-docker-container-path-stat"] ?? ""), name: nameOf(path) };
}

/** Reads an archive of what stands at the path until `use` is done with it; the rest is not asked for. @throws DockerError */
export async function withArchive<Result>(
	api: Api,
	id: string,
	path: string,
	use: (entries: AsyncGenerator<TarEntry>) => Promise<Result>,
	{ signal, goesOn = () => true }: { readonly signal?: AbortSignal | undefined; readonly goesOn?: (bytes: number) => boolean } = {},
): Promise<Result> {
	const stream = (await api.getContainer(id).getArchive({ path, abortSignal: signal })) as Readable;
	let bytes = 0;
	async function* counted(): AsyncGenerator<Buffer> {
		for await (const chunk of stream) {
			bytes += (chunk as Buffer).length;
			if (!goesOn(bytes)) return;
			yield chunk as Buffer;
		}
	}
	const entries = readTar(counted());
	try {
		return await use(entries);
	} finally {
		stream.destroy();
		await entries.return(undefined).catch(() => {});
	}
}

/** How much of an archive is read for the list of a folder, by default: bytes, and milliseconds. */
const patience = { bytes: 256 * 1024 * 1024, time: 4_000 };

/** What stands in a folder. The engine sends all that is below it, the bodies too, which are passed over; where that is too much the list is partial. */
export async function listByArchive(api: Api, id: string, path: string, isPatient: boolean, signal?: AbortSignal): Promise<Listing> {
	const until = performance.now() + patience.time;
	let isPartial = false;
	const goesOn = (bytes: number): boolean => !(isPartial ||= !isPatient && (bytes > patience.bytes || performance.now() > until));
	const found = new Map<string, FileEntry>();
	const reading = withArchive(
		api,
		id,
		path,
		async (entries) => {
			let root: string | undefined;
			for await (const { header } of entries) {
				const full = joinPath(header.name);
				// The first is the folder itself.
				root ??= full;
				const below = root === "/" ? full.slice(1) : full.startsWith(`${root}/`) ? full.slice(root.length + 1) : "";
				if (below && !below.includes("/")) found.set(below, toEntry(below, header));
			}
		},
		{ signal, goesOn },
	);
	await reading.catch((error: unknown) => {
		// It ends too early, as it was to.
		if (!isPartial) throw error;
	});
	if (isPartial && path === "/") for (const entry of await usualFolders(api, id)) if (!found.has(entry.name)) found.set(entry.name, entry);
	return { entries: [...found.values()], isPartial };
}

/** What nearly every root has, asked for by name, for the reading of a large one stops early. */
async function usualFolders(api: Api, id: string): Promise<readonly FileEntry[]> {
	const names = [
		"app",
		"bin",
		"boot",
		"data",
		"dev",
		"etc",
		"home",
		"lib",
		"lib64",
		"media",
		"mnt",
		"opt",
		"proc",
		"root",
		"run",
		"sbin",
		"srv",
		"sys",
		"tmp",
		"usr",
		"var",
	];
	const asked = await Promise.all(names.map((name) => statIn(api, id, `/${name}`).catch(() => undefined)));
	return asked.filter((entry) => entry !== undefined);
}

const toEntry = (name: string, { kind, mode, size, modified, owner, group, target }: TarHeader): FileEntry => ({
	name,
	kind: kind === "hard-link" ? "file" : kind,
	mode,
	size,
	modified,
	owner,
	group,
	...(kind === "link" && target !== undefined && { target }),
});

/** The header of what stands at the path, with its owner; nothing else is read. */
export async function headerIn(api: Api, id: string, path: string): Promise<TarHeader> {
	return withArchive(api, id, path, async (entries) => {
		for await (const { header } of entries) return header;
		throw new DockerError("missing", path);
	});
}

/** At most `most` bytes of a file, which must be no link. */
export async function readByArchive(api: Api, id: string, path: string, most = Infinity): Promise<Buffer> {
	return withArchive(api, id, path, async (entries) => {
		for await (const { header, body } of entries) {
			if (header.kind !== "file" && header.kind !== "hard-link") throw new DockerError("rejected", `${path} is no file`);
			const pieces: Buffer[] = [];
			let length = 0;
			for await (const piece of body()) {
				pieces.push(piece);
				length += piece.length;
				if (length >= most) break;
			}
			return Buffer.concat(pieces).subarray(0, most);
		}
		throw new DockerError("missing", path);
	});
}

/** Unpacks a tar into a folder that is there. Owners and modes are those in the tar. @throws DockerError */
export async function putIn(api: Api, id: string, folder: string, tar: Buffer | NodeJS.ReadableStream): Promise<void> {
	const answer = (await api.getContainer(id).putArchive(tar, { path: folder, noOverwriteDirNonDir: "true" })) as unknown as Readable | Buffer | undefined;
	if (answer && !Buffer.isBuffer(answer)) answer.resume();
}

/**
 * Removes what stands at the path. The endpoint has no such request. It does take away what stands in the way of an entry before it makes that entry,
 * so it is given one that cannot be made: a hard link to itself. Whether that did it is looked at, not believed.
 */
export async function removeByArchive(api: Api, id: string, path: string, impossible: Buffer): Promise<boolean> {
	const answer = await api
		.getContainer(id)
		.putArchive(impossible, { path: folderOf(path) })
		.catch(() => undefined);
	(answer as Readable | undefined)?.resume?.();
	return !(await exists(api, id, path));
}

export async function exists(api: Api, id: string, path: string): Promise<boolean> {
	try {
		await statIn(api, id, path);
		return true;
	} catch (error) {
		if ((error as { statusCode?: number }).statusCode === 404) return false;
		throw error;
	}
}
