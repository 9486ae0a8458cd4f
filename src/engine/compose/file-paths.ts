import { cleanPath } from "../text/clean-path.ts";

/** Paths with slashes, as they are on every system here. A drive of Windows makes one absolute, too. */
export const isAbsolute = (path: string): boolean => /^(?:\/|\\\\|[A-Za-z]:[\\/])/.test(path);

/** What lies on another machine: https://docs.docker.com/compose/how-tos/multiple-compose-files/include/. */
export const isRemote = (path: string): boolean => /^(?:(?:oci|https?|git|ssh):\/\/|git@|github\.com\/)/.test(path);

export const absolute = (folder: string, path: string): string => (isAbsolute(path) ? path : cleanPath(`${folder}/${path}`));

/** A Compose file that another names: as it is where it lies on another machine. */
export const fileNamed = (folder: string, path: string): string => (isRemote(path) ? path : absolute(folder, path));

/** The folder that a file or folder lies in. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 1));
