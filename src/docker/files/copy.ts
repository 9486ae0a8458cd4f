import { Readable } from "node:stream";
import type { Api } from "../connection/daemon.ts";
import { DockerError } from "../errors.ts";
import { exists, putIn, withArchive } from "./archive.ts";
import { folderOf, joinPath, nameOf } from "./entry.ts";
import { tarEnd, tarHeader, tarPadding, type TarEntry } from "./tar.ts";

/** Copies a file or folder under another name, owners, modes and times with it: read and written at once, and kept nowhere. */
export async function copyWithin(api: Api, id: string, from: string, to: string): Promise<void> {
	if (await exists(api, id, to)) throw new DockerError("conflict", `${to} is there already`);
	await withArchive(api, id, from, async (entries) => {
		await putIn(api, id, folderOf(to), Readable.from(renamed(entries, nameOf(to)), { objectMode: false }));
	});
}

async function* renamed(entries: AsyncGenerator<TarEntry>, name: string): AsyncGenerator<Buffer> {
	let root: string | undefined;
	for await (const { header, body } of entries) {
		const full = joinPath(header.name);
		root ??= full;
		const moved = (path: string): string => `${name}${path.slice(root?.length)}`;
		if (header.kind === "other") throw new DockerError("rejected", `${header.name} is a device or a pipe, which is not copied`);
		// Hard links name entries of the same archive.
		const target = header.kind === "hard-link" ? moved(joinPath(header.target ?? "")) : header.target;
		yield tarHeader({ ...header, name: moved(full), ...(target !== undefined && { target }) });
		if (header.kind !== "file") continue;
		for await (const piece of body()) yield piece;
		yield tarPadding(header.size);
	}
	yield tarEnd;
}
