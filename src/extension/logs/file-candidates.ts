/** What is known of a path that a container has named. */
export type Named = { readonly path: string; readonly workingFolder: string; readonly projectFolder: string; readonly service: string };

/**
 * Of files with the same name those that fit best, best first: the more folders at their ends are the same the better, counted without the folder in which the
 * container works, which images give other names; then those of the container's own project, and in a folder that is called like its service.
 */
export function rankedFiles(files: readonly string[], { path, workingFolder, projectFolder, service }: Named): readonly string[] {
	const wanted = segmentsOf(path);
	const work = segmentsOf(workingFolder);
	const isInWork = path.startsWith("/") && work.length > 0 && work.every((segment, index) => segment === wanted[index]);
	const rest = isInWork ? wanted.slice(work.length) : wanted;
	const project = projectFolder.replace(/\/$/, "");
	const scored = files.map((file) => {
		const segments = segmentsOf(file);
		const same = commonEnd(segments, rest);
		const isOfProject = project !== "" && file.startsWith(`${project}/`);
		const isOfService = service !== "" && segments.slice(0, -1).includes(service);
		return { file, same, score: same * 4 + (isOfProject ? 2 : 0) + (isOfService ? 1 : 0), depth: segments.length };
	});
	const best = Math.max(0, ...scored.map(({ score }) => score));
	// What begins elsewhere than the program's own folder, such as /usr/lib, is no file of the workspace only for being called alike.
	const isForeign = path.startsWith("/") && !isInWork && workingFolder !== "" && workingFolder !== "/";
	const least = isForeign ? Math.min(2, rest.length) : 1;
	return scored
		.filter(({ same, score }) => same >= least && score === best)
		.sort((one, other) => one.depth - other.depth || (one.file < other.file ? -1 : 1))
		.map(({ file }) => file);
}

const segmentsOf = (path: string): readonly string[] => path.split("/").filter((segment) => segment !== "" && segment !== "." && segment !== "..");

function commonEnd(one: readonly string[], other: readonly string[]): number {
	let count = 0;
	while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count)) count += 1;
	return count;
}
