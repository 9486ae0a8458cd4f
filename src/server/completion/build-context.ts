import { basename, join } from "node:path";
import { ignoringPattern } from "../../engine/dockerignore/ignored.ts";
import { type Dockerignore, parseDockerignore } from "../../engine/dockerignore/patterns.ts";
import type { ContextEntry } from "../../engine/language/completion.ts";
import type { Disk } from "../../files/disk.ts";
import { listFolder } from "../../files/folder.ts";

/** What is in a folder of the build context, and what of it the `.dockerignore` leaves out. `root` is the context; `folder` is relative to it and simplified. */
export async function contextEntries(
	dockerfile: string,
	root: string,
	folder: string,
	disk: Disk,
): Promise<{ readonly entries: readonly ContextEntry[]; readonly isComplete: boolean }> {
	const { entries, isComplete } = await listFolder(join(root, folder));
	const ignored = ignoreListOf(dockerfile, root, disk);
	const isIgnored = (path: string): boolean => ignored !== undefined && ignoringPattern(ignored.dockerignore, path) !== undefined;
	return { isComplete, entries: entries.map(({ name, isFolder }) => ({ name, isFolder, isIgnored: isIgnored(folder === "" ? name : `${folder}/${name}`) })) };
}

/** What leaves files out of the build: the Dockerfile's own list, which lies beside it, before that for all, which lies in the context. */
export function ignoreListOf(dockerfile: string, root: string, disk: Disk): { readonly name: string; readonly dockerignore: Dockerignore } | undefined {
	for (const path of [`${dockerfile}.dockerignore`, join(root, ".dockerignore")]) {
		const reading = disk.read(path);
		if (reading) return "text" in reading ? { name: basename(path), dockerignore: parseDockerignore(reading.text) } : undefined;
	}
	return undefined;
}
