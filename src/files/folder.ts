import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What lies in a folder. */
export type FolderEntry = { readonly name: string; readonly isFolder: boolean };

/** More than these nobody looks through. */
const mostEntries = 1000;

/** The folder's entries, in order; of very many the first that the disk gives. Empty where there is none that can be read. The path is absolute. */
export async function listFolder(path: string): Promise<{ readonly entries: readonly FolderEntry[]; readonly isComplete: boolean }> {
	const entries: FolderEntry[] = [];
	let isComplete = true;
	try {
		for await (const entry of await opendir(path)) {
			if (entries.length === mostEntries) {
				isComplete = false;
				break;
			}
			entries.push({ name: entry.name, isFolder: entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(join(path, entry.name)))) });
		}
	} catch {
		// There is no such folder, or nobody may look into it.
	}
	return { entries: entries.sort((one, other) => (one.name < other.name ? -1 : 1)), isComplete };
}

/** A file, with its size, or a folder, without; links are followed. Undefined where nothing is there. Never rejects. */
export async function entryAt(path: string): Promise<{ readonly bytes: number | undefined } | undefined> {
	try {
		const found = await stat(path);
		return { bytes: found.isDirectory() ? undefined : found.size };
	} catch {
		// Nothing is there, or the link leads nowhere.
		return undefined;
	}
}

/** Whether a folder is there, or a link that leads to one. Never rejects. */
export async function isFolder(path: string): Promise<boolean> {
	const found = await entryAt(path);
	return found !== undefined && found.bytes === undefined;
}
