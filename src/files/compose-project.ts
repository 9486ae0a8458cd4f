import { homedir } from "node:os";
import { resolve, sep } from "node:path";
import { findProject as find, type ProjectFiles } from "../engine/compose/find-project.ts";
import { loadProject, type Project } from "../engine/compose/project.ts";
import type { Message } from "../engine/text/message.ts";
import type { Disk } from "./disk.ts";

/** What a user says about a project, with paths as they are written; the rest is as `docker compose` finds it. */
export type ProjectOptions = {
	readonly paths: readonly string[];
	readonly environmentFiles: readonly string[];
	readonly profiles: readonly string[];
	readonly folder: string;
	readonly variables: Readonly<Record<string, string | undefined>>;
};

/** A project that cannot even be looked for has a problem with no place in a file. */
export type FoundProject = { readonly project: Project; readonly paths: readonly string[] } | { readonly problem: Message };

/** Finds and loads a project as `docker compose` does, by `-f`, `COMPOSE_FILE` or the names that it knows, with the variables of `.env`. */
export function findProject({ paths, environmentFiles, profiles, folder, variables }: ProjectOptions, disk: Disk): FoundProject {
	const within = (path: string): string => withSlashes(resolve(folder, path));
	const files: ProjectFiles = {
		text(path) {
			const reading = disk.read(path, { mostMebibytes: 10 });
			return reading && "text" in reading ? reading.text : undefined;
		},
		isAbsent: () => true,
		list: (path) => disk.list(path),
		home: variables["HOME"] ?? homedir(),
	};
	const found = find(
		{
			paths: paths.map(within),
			environmentFiles: environmentFiles.map(within),
			profiles,
			folder: withSlashes(folder),
			// Not every shell sets it; Compose does so then.
			environment: (name) => variables[name] ?? (name === "PWD" ? folder : undefined),
			separator: sep === "\\" ? ";" : ":",
		},
		files,
	);
	if ("problem" in found) return found;
	const project = loadProject(found.request, files);
	const refusals = [...found.refusals, ...project.refusals];
	return { project: { ...project, refusals, plain: found.refusals.length > 0 ? undefined : project.plain }, paths: found.request.paths };
}

const withSlashes = (path: string): string => (sep === "\\" ? path.replaceAll("\\", "/") : path);
