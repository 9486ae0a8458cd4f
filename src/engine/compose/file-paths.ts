import { cleanPath } from "../text/clean-path.ts";

/** Paths with slashes, as they are on every system here. A drive of Windows makes one absolute, too. */
export const isAbsolute = (path: string): boolean => /^(?:\/|\\\\|[A-Za-z]:[\\/])/.test(path);

/** What lies on another machine: https://docs.docker.com/reference/compose-file/include/. */
export const isRemote = (path: string): boolean => /^(?:(?:oci|https?|git|ssh):\/\/|git@|github\.com\/)/.test(path);

export const absolute = (folder: string, path: string): string =>
	isAbsolute(path) ? path : cleanPath(`${folder}/${path.startsWith("./") ? path.slice(2) : path}`);

/** A Compose file that another names: as it is where it lies on another machine. */
export const fileNamed = (folder: string, path: string): string => (isRemote(path) ? path : absolute(folder, path));

/** The folder that a file or folder lies in. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 1));

/** A path as it is from a file's folder, where it is below or beside it; undefined for others. For messages. */
export function fromFile(file: string, other: string): string | undefined {
	const own = file.split("/").slice(0, -1);
	const parts = other.split("/");
	let shared = 0;
	while (shared < own.length && shared < parts.length && own[shared] === parts[shared]) shared++;
	// What lies elsewhere altogether is not named from here.
	if (shared <= 1 && own.length > 1) return undefined;
	return [...own.slice(shared).map(() => ".."), ...parts.slice(shared)].join("/") || ".";
}
