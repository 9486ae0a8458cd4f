import { randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Api } from "../connection/daemon.ts";
import { DockerError } from "../errors.ts";
import { putIn, withArchive } from "./archive.ts";
import { folderOf, joinPath, nameOf } from "./entry.ts";
import { tarEnd, tarHeader, tarPadding, type TarEntry } from "./tar.ts";

/**
 * Copies a file or folder under another name, owners, modes and times with it. An engine does not write into a container before all is read that is being read from it,
 * so it is kept in a file of this machine meanwhile. What is at `to` is written over; where it fails there may be a part of it
 */
export async function copyWithin(api: Api, id: string, from: string, to: string): Promise<void> {
	const path = join(tmpdir(), `hullwright-${randomUUID()}.tar`);
	const file = await open(path, "wx+", 0o600);
	try {
		await withArchive(api, id, from, async (entries) => {
			for await (const piece of renamed(entries, nameOf(to))) await file.writeFile(piece);
		});
		await putIn(api, id, folderOf(to), file.createReadStream({ start: 0, autoClose: false }));
	} finally {
		await file.close();
		await rm(path, { force: true });
	}
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
