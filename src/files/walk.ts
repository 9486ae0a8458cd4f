import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Something in a folder, or below it: its path from there, with slashes. Links are files, as large as they are themselves. */
export type Walked = { readonly path: string; readonly isFolder: boolean; readonly bytes: number };

export type WalkLimits = { readonly mostEntries: number; readonly mostMilliseconds: number; isCancelled(): boolean };

/** Goes through all that is in a folder, each folder before what is in it, until it is through or a limit is reached; says whether it is through. Never rejects. */
export async function walkFolder(root: string, take: (walked: Walked) => void, { mostEntries, mostMilliseconds, isCancelled }: WalkLimits): Promise<boolean> {
	const end = performance.now() + mostMilliseconds;
	const open = [""];
	let left = mostEntries;
	for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
		// A folder that nobody may read sends nothing.
		const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
		if ((left -= entries.length) < 0 || performance.now() > end || isCancelled()) return false;
		const within = folder === "" ? "" : `${folder}/`;
		const files: string[] = [];
		for (const entry of entries.toSorted((one, other) => (one.name < other.name ? 1 : -1))) {
			const path = within + entry.name;
			if (!entry.isDirectory()) files.push(path);
			else {
				take({ path, isFolder: true, bytes: 0 });
				open.push(path);
			}
		}
		const sizes = await Promise.all(
			files.map((path) =>
				lstat(join(root, path)).then(
					({ size }) => size,
					() => 0,
				),
			),
		);
		for (const [index, path] of files.entries()) take({ path, isFolder: false, bytes: sizes[index] ?? 0 });
	}
	return true;
}
