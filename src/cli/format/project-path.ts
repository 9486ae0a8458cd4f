import { isAbsolute, relative, resolve, sep } from "node:path";

/** The file as services want it that put findings beside the sources: relative to where the run began, which they take for the repository's root, with slashes. What is outside keeps its name. */
export function projectPath(name: string): string {
	const path = relative(".", resolve(name));
	const isInside = path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
	return (isInside ? path : name).replaceAll(sep, "/");
}
