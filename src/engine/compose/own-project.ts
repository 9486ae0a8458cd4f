import { environmentOf, listedPaths, type ProjectFiles, usualPaths } from "./find-project.ts";
import { folderOf } from "./file-paths.ts";
import { loadProject, type Project, type ProjectRequest } from "./project.ts";
import { kindsOfParts, type Refusal } from "./refusal.ts";
import type { Lookup } from "./template.ts";

/** What a file is part of: the files that are merged, and what comes of them. */
export type OwnProject = { readonly project: Project; readonly paths: readonly string[]; readonly environment: Lookup };

/**
 * The project that a Compose file is part of: that which `COMPOSE_FILE` names or which Compose finds in its folder, where the file is of it, and else the file alone.
 * A file that lacks something by itself may be merged over the folder's project, or be included or extended by it; then only what is wrong in any case is refused.
 */
export function ownProject(
	path: string,
	files: ProjectFiles,
	{ environment, separator }: { readonly environment: Lookup; readonly separator: string },
): OwnProject {
	const folder = folderOf(path);
	const found = environmentOf(folder, { environmentFiles: [] }, environment, files);
	const [lookup, refusals] = "problem" in found ? [environment, []] : [found.lookup, found.refusals];
	const profiles = (lookup("COMPOSE_PROFILES") ?? "").split(",").map((profile) => profile.trim());
	const load = (paths: readonly string[]): OwnProject => {
		const request: ProjectRequest = { paths, folder: folderOf(paths[0] ?? path), environment: lookup, profiles, name: undefined };
		const project = loadProject(request, files);
		return { project: { ...project, refusals: [...refusals, ...project.refusals] }, paths, environment: lookup };
	};
	const usual = usualPaths(folder, files);
	const listed = listedPaths(folder, separator, lookup);
	const whole = [listed ?? [], usual].find((paths) => paths.includes(path));
	if (whole) return load(whole);
	const alone = load([path]);
	const { project } = alone;
	const others = listed ?? usual;
	const isPart = project.refusals.length > 0 && project.refusals.every(({ kind }) => kindsOfParts.has(kind));
	if (!isPart || others.length === 0) return alone;
	const merged = load([...others, path]);
	if (merged.project.refusals.length === 0) return merged;
	return load(others).project.documents.has(path) ? { ...alone, project: { ...project, refusals: withoutLacks(project.refusals) } } : alone;
}

const withoutLacks = (refusals: readonly Refusal[]): readonly Refusal[] => refusals.filter(({ kind }) => !kindsOfParts.has(kind));
