/** The bake files that bake reads where none is named, in that order: https://docs.docker.com/build/bake/reference/#file-lookup. Before them it reads Compose files. */
const usualFiles: readonly string[] = ["docker-bake.json", "docker-bake.hcl", "docker-bake.override.json", "docker-bake.override.hcl"];

/** Whether bake reads a file of that name by itself. */
export const isUsualBakeFile = (name: string): boolean => usualFiles.includes(name);

/** Which files of its folder bake reads along with one of that name, those first that count less; none with one that has to be named. */
export function readAlongWith(name: string): { readonly before: readonly string[]; readonly behind: readonly string[] } {
	const index = usualFiles.indexOf(name);
	return index < 0 ? { before: [], behind: [] } : { before: usualFiles.slice(0, index), behind: usualFiles.slice(index + 1) };
}
