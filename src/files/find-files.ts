import { readdir, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

/** How much is looked at before a search ends with what it has. */
export type SearchLimits = { readonly mostFiles: number; readonly mostFolders: number; isCancelled(): boolean };

/** Folders that hold what others have written, or what a build has made. */
const leftOut = new Set(["node_modules", ".git", ".hg", ".svn", "vendor", ".venv", "venv", "__pycache__"]);

/** Paths of the files in the folders and below whose base name suits, the upper ones first. Links are not followed, so no file is found twice by its own. Never rejects. */
export async function findFiles(folders: readonly string[], suits: (name: string) => boolean, limits: SearchLimits): Promise<readonly string[]> {
	const found = new Set<string>();
	const open = [...folders];
	for (let index = 0; index < open.length && index < limits.mostFolders && !limits.isCancelled(); index++) {
		const folder = open[index] ?? "";
		const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
		for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
			if (entry.isDirectory() && !leftOut.has(entry.name)) open.push(join(folder, entry.name));
			else if (entry.isFile() && suits(entry.name)) found.add(join(folder, entry.name));
			if (found.size >= limits.mostFiles) return [...found];
		}
	}
	return [...found];
}

/** More files and folders than this no search around a file looks at. */
const around = { mostFiles: 500, mostFolders: 5000 };

/** The same in the folders that somebody has open, and beside the file where it is in none of them. */
export async function findAround(
	file: string,
	folders: readonly string[],
	suits: (name: string) => boolean,
	isCancelled: () => boolean,
): Promise<readonly string[]> {
	const isWithin = folders.some((folder) => file.startsWith(join(folder, sep)));
	const beside = isWithin ? [] : await findFiles([dirname(file)], suits, { ...around, mostFolders: 1, isCancelled });
	return [...new Set([...(await findFiles(folders, suits, { ...around, isCancelled })), ...beside])];
}

/** Those of the paths that are files. Never rejects. */
export async function existing(paths: readonly string[]): Promise<ReadonlySet<string>> {
	const isFile = (path: string): Promise<boolean> =>
		stat(path).then(
			(found) => found.isFile(),
			() => false,
		);
	const found = await Promise.all(paths.map(async (path) => ((await isFile(path)) ? path : undefined)));
	return new Set(found.filter((path) => path !== undefined));
}
