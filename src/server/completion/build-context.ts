import { join } from "node:path";
import { ignoringPattern } from "../../engine/dockerignore/ignored.ts";
import { parseDockerignore } from "../../engine/dockerignore/patterns.ts";
import type { ContextEntry } from "../../engine/language/dockerfile/completion/completion.ts";
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
	// The Dockerfile's own list lies beside it, that for all in the context.
	const ignored = [`${dockerfile}.dockerignore`, join(root, ".dockerignore")].map((path) => disk.read(path)).find(Boolean);
	const dockerignore = ignored && "text" in ignored ? parseDockerignore(ignored.text) : undefined;
	const isIgnored = (path: string): boolean => dockerignore !== undefined && ignoringPattern(dockerignore, path) !== undefined;
	return { isComplete, entries: entries.map(({ name, isFolder }) => ({ name, isFolder, isIgnored: isIgnored(folder === "" ? name : `${folder}/${name}`) })) };
}
