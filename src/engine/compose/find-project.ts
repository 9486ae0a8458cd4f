import { goBoolean } from "../text/go-boolean.ts";
import { type Message, say } from "../text/message.ts";
import { readEnvFile } from "./env-file.ts";
import { absolute, folderOf } from "./file-paths.ts";
import type { ComposeFiles } from "./loading.ts";
import type { ProjectRequest } from "./project.ts";
import type { Refusal } from "./refusal.ts";
import { baseNames, overrideNames } from "./usual-names.ts";
import type { Lookup } from "./template.ts";

/** What a user says about a project; the rest is as `docker compose` finds it. Paths are absolute, with slashes. */
export type ProjectOptions = {
	/** Empty: those that the folder, or one above it, has. */
	readonly paths: readonly string[];
	readonly environmentFiles: readonly string[];
	readonly profiles: readonly string[];
	readonly folder: string;
	/** The shell's. */
	readonly environment: Lookup;
	/** What stands between paths in a variable. */
	readonly separator: string;
};

/** Files among which a project is looked for. */
export type ProjectFiles = ComposeFiles & {
	/** The names in a folder; undefined where there is none, or nobody knows. */
	list(folder: string): readonly string[] | undefined;
};

/** `refusals` of files of variables, with which a project is not worth loading. A project that cannot even be looked for has no place in a file. */
export type FoundProject = { readonly request: ProjectRequest; readonly refusals: readonly Refusal[] } | { readonly problem: Message };

/** Finds a project as `docker compose` does, by `-f`, `COMPOSE_FILE` or the names that it knows, with the variables of `.env`. */
export function findProject(given: ProjectOptions, files: ProjectFiles): FoundProject {
	const options = { ...given, environmentFiles: given.environmentFiles.length > 0 ? given.environmentFiles : listedEnvironmentFiles(given) };
	const [named] = options.paths;
	// Where a file is named, the variables beside that one count, and not those of the current folder.
	const before = environmentOf(named === undefined ? options.folder : folderOf(named), options, options.environment, files);
	if ("problem" in before) return before;
	const paths = pathsOf(options, before.lookup, files);
	const [first] = paths;
	if (first === undefined) return { problem: say`no Compose file is in this folder or above it; -f names one` };
	const folder = folderOf(first);
	const found = environmentOf(folder, options, before.lookup, files);
	if ("problem" in found) return found;
	const profiles = options.profiles.length > 0 ? options.profiles : (found.lookup("COMPOSE_PROFILES") ?? "").split(",").map((profile) => profile.trim());
	return { request: { paths, folder, environment: found.lookup, profiles, name: undefined }, refusals: found.refusals };
}

/** The variables with which Compose is run in the folder, wherever an editor or a linter was started. */
export const environmentIn =
	(folder: string, environment: Lookup): Lookup =>
	(name) =>
		name === "PWD" ? folder : environment(name);

/** Those that `COMPOSE_ENV_FILES` names, from the current folder. */
const listedEnvironmentFiles = ({ folder, environment }: Pick<ProjectOptions, "folder" | "environment">): readonly string[] =>
	(environment("COMPOSE_ENV_FILES") ?? "").split(",").flatMap((path) => (path === "" ? [] : absolute(folder, path)));

function pathsOf({ paths, folder, separator }: ProjectOptions, environment: Lookup, files: ProjectFiles): readonly string[] {
	if (paths.length > 0) return paths;
	const listed = listedPaths(folder, separator, environment);
	if (listed) return listed;
	for (let at = folder; ; at = folderOf(at)) {
		const usual = usualPaths(at, files);
		if (usual.length > 0 || folderOf(at) === at) return usual;
	}
}

/** Those that `COMPOSE_FILE` names. */
export function listedPaths(folder: string, separator: string, environment: Lookup): readonly string[] | undefined {
	const between = environment("COMPOSE_PATH_SEPARATOR") || separator;
	return environment("COMPOSE_FILE")
		?.split(between)
		.map((path) => absolute(folder, path));
}

/** The Compose file of a folder that Compose takes by its name, with the one that is merged over it; empty where there is none. */
export function usualPaths(folder: string, files: Pick<ProjectFiles, "list">): readonly string[] {
	const names = new Set(files.list(folder));
	const base = baseNames.find((name) => names.has(name));
	const override = overrideNames.find((name) => names.has(name));
	return base === undefined ? [] : [base, ...(override === undefined ? [] : [override])].map((name) => absolute(folder, name));
}

/** Whether Compose reads the `.env` of a folder where no other file is named. */
export const readsOwnFile = (known: Lookup): boolean => goBoolean(known("COMPOSE_DISABLE_ENV_FILE") ?? "") !== true;

type Environment = { readonly lookup: Lookup; readonly refusals: readonly Refusal[] };

/** The variables of the folder's `.env`, or of the files that are named instead, below those that are known already. */
export function environmentOf(
	folder: string,
	{ environmentFiles }: Pick<ProjectOptions, "environmentFiles">,
	known: Lookup,
	files: ComposeFiles,
): Environment | { readonly problem: Message } {
	const own = new Map<string, string>();
	const refusals: Refusal[] = [];
	const isNamed = environmentFiles.length > 0;
	const disabled = known("COMPOSE_DISABLE_ENV_FILE");
	if (!isNamed && disabled !== undefined && goBoolean(disabled) === undefined)
		return { problem: say`\`COMPOSE_DISABLE_ENV_FILE\` is \`${disabled}\`; Compose takes \`true\` or \`false\`` };
	const usual = readsOwnFile(known) ? [absolute(folder, ".env")] : [];
	for (const path of isNamed ? environmentFiles : usual) {
		const text = files.text(path);
		if (text === undefined) {
			if (isNamed) return { problem: say`there is no file \`${path}\`` };
			continue;
		}
		const { entries, error } = readEnvFile(text, (name) => known(name) ?? own.get(name));
		if (error) refusals.push({ kind: "dotenv", at: { file: path, at: error.at }, message: error.message });
		for (const { name, value } of entries) if (value !== undefined) own.set(name, value);
	}
	return { lookup: (name) => known(name) ?? own.get(name), refusals };
}
