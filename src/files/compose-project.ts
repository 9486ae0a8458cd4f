import { homedir } from "node:os";
import { dirname, resolve, sep } from "node:path";
import { readEnvFile } from "../engine/compose/env-file.ts";
import type { ComposeFiles } from "../engine/compose/loading.ts";
import { loadProject, type Project } from "../engine/compose/project.ts";
import type { Refusal } from "../engine/compose/read.ts";
import type { Lookup } from "../engine/compose/template.ts";
import { type Message, say } from "../engine/text/message.ts";
import type { Disk } from "./disk.ts";

/** What a user says about a project; the rest is as `docker compose` finds it. */
export type ProjectOptions = {
	/** As they are written; empty: those that the folder, or one above it, has. */
	readonly paths: readonly string[];
	readonly environmentFiles: readonly string[];
	readonly profiles: readonly string[];
	readonly folder: string;
	readonly variables: Readonly<Record<string, string | undefined>>;
};

/** `refusals` of a project that cannot even be looked for have no place in a file. */
export type FoundProject = { readonly project: Project; readonly paths: readonly string[] } | { readonly problem: Message };

const baseNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
const overrideNames = ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

/** Finds and loads a project as `docker compose` does, by `-f`, `COMPOSE_FILE` or the names that it knows, with the variables of `.env`. */
export function findProject(options: ProjectOptions, disk: Disk): FoundProject {
	const shell: Lookup = (name) => options.variables[name];
	const before = environmentOf(options.folder, options, shell, disk);
	if ("problem" in before) return before;
	const paths = pathsOf(options, before.lookup, disk);
	const [first] = paths;
	if (first === undefined) return { problem: say`no Compose file is in this folder or above it; -f names one` };
	const folder = dirname(first);
	const found = environmentOf(folder, options, before.lookup, disk);
	if ("problem" in found) return found;
	const profiles = options.profiles.length > 0 ? options.profiles : (found.lookup("COMPOSE_PROFILES") ?? "").split(",").map((profile) => profile.trim());
	const files: ComposeFiles = {
		text: (path) => {
			const reading = disk.read(path, { mostMebibytes: 10 });
			return reading && "text" in reading ? reading.text : undefined;
		},
		home: options.variables["HOME"] ?? homedir(),
	};
	const request = { paths: paths.map(withSlashes), folder: withSlashes(folder), environment: found.lookup, profiles, name: undefined };
	const project = loadProject(request, files);
	return { project: { ...project, refusals: [...found.refusals, ...project.refusals], plain: found.refusals.length > 0 ? undefined : project.plain }, paths };
}

const withSlashes = (path: string): string => (sep === "\\" ? path.replaceAll("\\", "/") : path);

function pathsOf({ paths, folder }: ProjectOptions, environment: Lookup, disk: Disk): readonly string[] {
	const within = (path: string): string => resolve(folder, path);
	if (paths.length > 0) return paths.map(within);
	const listed = environment("COMPOSE_FILE");
	const separator = environment("COMPOSE_PATH_SEPARATOR") || (sep === "\\" ? ";" : ":");
	if (listed !== undefined) return listed.split(separator).map(within);
	for (let at = folder; ; at = dirname(at)) {
		const names = new Set(disk.list(at));
		const base = baseNames.find((name) => names.has(name));
		const override = overrideNames.find((name) => names.has(name));
		if (base !== undefined) return [base, ...(override === undefined ? [] : [override])].map((name) => resolve(at, name));
		if (dirname(at) === at) return [];
	}
}

/** The variables of the folder's `.env`, or of the files that are named instead, below those that are known already. */
function environmentOf(
	folder: string,
	{ environmentFiles, folder: named }: ProjectOptions,
	known: Lookup,
	disk: Disk,
): { readonly lookup: Lookup; readonly refusals: readonly Refusal[] } | { readonly problem: Message } {
	const own = new Map<string, string>();
	const refusals: Refusal[] = [];
	const paths = environmentFiles.length > 0 ? environmentFiles.map((path) => resolve(named, path)) : [resolve(folder, ".env")];
	for (const path of paths) {
		const reading = disk.read(path);
		if (!reading || "problem" in reading) {
			if (environmentFiles.length > 0) return { problem: say`there is no file \`${path}\`` };
			continue;
		}
		const { entries, error } = readEnvFile(reading.text, (name) => known(name) ?? own.get(name));
		if (error) refusals.push({ at: { file: withSlashes(path), at: error.at }, message: error.message });
		for (const { name, value } of entries) if (value !== undefined) own.set(name, value);
	}
	return { lookup: (name) => known(name) ?? own.get(name), refusals };
}
