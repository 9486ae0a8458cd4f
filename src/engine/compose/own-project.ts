import { environmentIn, environmentOf, listedPaths, type ProjectFiles, usualPaths } from "./find-project.ts";
import { absolute, folderOf } from "./file-paths.ts";
import { loadProject, type Project, type ProjectRequest } from "./project.ts";
import { kindsOfParts, type Refusal } from "./refusal.ts";
import type { Lookup } from "./template.ts";

/** As files are called that are merged over the folder's project by `-f`. */
const partName = /^(?!\.).*(?:compose|override).*\.ya?ml$/i;

/** No more are tried. */
const mostParts = 10;

/** What a file is part of: the files that are merged, and what comes of them. */
export type OwnProject = { readonly project: Project; readonly paths: readonly string[]; readonly environment: Lookup };

/**
 * The project that a Compose file is part of: that which `COMPOSE_FILE` names or which Compose finds in its folder, where the file is of it, and else the file alone.
 * A file that lacks something by itself may be merged over the folder's project, or be included or extended by it, and so may the folder's project lack what
 * another of its files has; then only what is wrong in any case is refused. `alsoActive` are profiles beside those that `COMPOSE_PROFILES` names,
 * `environmentFiles` those that are read in place of the folder's `.env`; where one of them is not there, nothing is known of the project.
 */
export function ownProject(
	path: string,
	files: ProjectFiles,
	{
		environment: given,
		separator,
		alsoActive = [],
		environmentFiles = [],
	}: { readonly environment: Lookup; readonly separator: string; readonly alsoActive?: readonly string[]; readonly environmentFiles?: readonly string[] },
): OwnProject {
	const folder = folderOf(path);
	const environment = environmentIn(folder, given);
	const found = environmentOf(folder, { environmentFiles }, environment, files);
	const [lookup, refusals] = "problem" in found ? [environment, []] : [found.lookup, found.refusals];
	const profiles = [...(lookup("COMPOSE_PROFILES") ?? "").split(",").map((profile) => profile.trim()), ...alsoActive];
	const load = (paths: readonly string[]): OwnProject => {
		const request: ProjectRequest = { paths, folder: folderOf(paths[0] ?? path), environment: lookup, profiles, name: undefined };
		const loaded = loadProject(request, files);
		const project = "problem" in found && environmentFiles.length > 0 ? { ...loaded, plain: undefined } : loaded;
		return { project: refusals.length === 0 ? project : refusing(project, [...refusals, ...project.refusals]), paths, environment: lookup };
	};
	const usual = usualPaths(folder, files);
	const listed = listedPaths(folder, separator, lookup);
	const whole = [listed ?? [], usual].find((paths) => paths.includes(path));
	if (whole) {
		const found = load(whole);
		return !listed && lacksOnly(found.project) && partsBeside().some((part) => isAccepted(load([...whole, part]))) ? withoutLacks(found) : found;
	}
	const alone = load([path]);
	const others = listed ?? usual;
	if (!lacksOnly(alone.project) || others.length === 0) return alone;
	const merged = partName.test(nameOfPath(path)) ? load([...others, path]) : alone;
	if (isAccepted(merged)) return merged;
	const around = load(others).project;
	return around.documents.has(path) ? withoutLacks(alone, around.refusals) : alone;

	function partsBeside(): readonly string[] {
		const names = (files.list(folder) ?? []).filter((name) => partName.test(name)).map((name) => absolute(folder, name));
		return names.filter((name) => !usual.includes(name)).slice(0, mostParts);
	}
}

const nameOfPath = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

const isAccepted = ({ project }: OwnProject): boolean => project.refusals.length === 0;

const lacksOnly = ({ refusals }: Project): boolean => refusals.length > 0 && refusals.every(({ kind }) => kindsOfParts.has(kind));

/** Without what the file lacks by itself, but for what nothing around it has either. */
const withoutLacks = (own: OwnProject, around: Project["refusals"] = []): OwnProject => ({
	...own,
	project: refusing(
		own.project,
		own.project.refusals.filter((refusal) => !kindsOfParts.has(refusal.kind) || around.some((other) => isSame(refusal, other))),
	),
});

const isSame = (one: Refusal, other: Refusal): boolean =>
	one.kind === other.kind && one.at.file === other.at.file && one.at.at.start === other.at.at.start && one.at.at.end === other.at.at.end;

const refusing = (project: Project, refusals: Project["refusals"]): Project => ({
	...project,
	refusals,
	plain: refusals.length > 0 ? undefined : project.plain,
});
