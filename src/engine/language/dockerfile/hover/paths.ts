import { isAbsolute, joinPaths } from "../../../dockerfile/state.ts";

/** Where a path of a Dockerfile leads, a slash at its end kept. Undefined where the working directory is not known, and for Windows paths, which are not worked out. */
export function absolutePath(workdir: string | undefined, path: string): string | undefined {
	if (/^[A-Za-z]:|\\/.test(path) || (!isAbsolute(path) && workdir?.startsWith("/") !== true)) return undefined;
	const joined = joinPaths(workdir, path);
	const isFolder = /(?:^|\/)\.{0,2}$/.test(path);
	return joined !== undefined && isFolder && joined !== "/" ? `${joined}/` : joined;
}
