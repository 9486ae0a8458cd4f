import { copiesOf } from "../dockerfile/copies.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { type Dockerignore, parseDockerignore } from "../dockerignore/patterns.ts";
import type { Files } from "../lint/rule.ts";
import { fact } from "../text/fact.ts";

/** What is known of the folder that a build of the file sends. Paths in it are relative to its root, simplified, with slashes. */
export type BuildContext = {
	/** The names in the root. */
	readonly names: readonly string[];
	/** The file that says what is left out: the Dockerfile's own before the one for all; undefined where there is none. */
	readonly ignoreFile: { readonly name: string; readonly dockerignore: Dockerignore } | undefined;
	/** Whether there is such a file or folder; undefined where that is not known. */
	has(path: string): boolean | undefined;
};

/**
 * The Dockerfile's folder is the context unless something says otherwise, and so it has to speak for itself: by what is copied from it, or as a project's root.
 * Undefined where that is not so, or nobody knows.
 */
export function buildContextOf(file: Dockerfile, files: Files): BuildContext | undefined {
	const names = files.list(".");
	if (!names || isElsewhere(files, names)) return undefined;
	const { isProject, all } = folder(names);
	const has = (path: string): boolean | undefined => isThere(files, path);
	if (!isProject && !namedSources(file).some((path) => has(path))) return undefined;
	const own = files.name === undefined ? undefined : `${files.name}.dockerignore`;
	const name = own !== undefined && all.has(own) ? own : all.has(".dockerignore") ? ".dockerignore" : undefined;
	const text = name === undefined ? undefined : files.text(name);
	// A list that is there and cannot be read may say anything.
	if (name !== undefined && text === undefined) return undefined;
	return { names, ignoreFile: name === undefined ? undefined : { name, dockerignore: parseDockerignore(text ?? "") }, has };
}

/** The path of a source in the context, `.` for all of it. Undefined where it is a pattern. */
export function contextPath(source: string): string | undefined {
	if (/[*?[\\]/.test(source)) return undefined;
	const parts: string[] = [];
	for (const part of source.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== "" && part !== ".") parts.push(part);
	}
	return parts.join("/") || ".";
}

/** What only lies where a project is built from. */
const projectFile =
	/^(?:\.git|\.dockerignore|package\.json|go\.mod|Cargo\.toml|pyproject\.toml|requirements\.txt|setup\.py|Pipfile|manage\.py|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|mix\.exs|pubspec\.yaml|Package\.swift|.*\.(?:csproj|fsproj|sln))$/;

/** What a folder's names say. They may be many, and many files may lie in one. */
const folder = fact((names: readonly string[]) => ({
	all: new Set(names),
	isProject: names.some((name) => projectFile.test(name)),
	composeFiles: names.filter((name) => composeFile.test(name)),
}));

function namedSources(file: Dockerfile): readonly string[] {
	const paths: string[] = [];
	for (const { sources, isFromContext } of copiesOf(file)) {
		if (!isFromContext) continue;
		for (const { kind, value } of sources) {
			const path = kind === "file" && value !== undefined ? contextPath(value) : undefined;
			if (path !== undefined && path !== ".") paths.push(path);
		}
	}
	return paths;
}

/** A Compose file or a bake file beside the Dockerfile that builds with a folder above. */
function isElsewhere(files: Files, names: readonly string[]): boolean {
	return folder(names).composeFiles.some((name) => /^\s*(?:-\s*)?(?:build|context)\s*[:=]\s*["']?(?:\.\.|\/|\$)/m.test(files.text(name) ?? ""));
}

const composeFile = /^(?:(?:docker-)?compose(?:[.-].*)?\.ya?ml|docker-bake\.(?:hcl|json))$/;

function isThere(files: Files, path: string): boolean | undefined {
	if (path === ".") return true;
	let within = ".";
	for (const part of path.split("/")) {
		const names = files.list(within);
		if (!names) return undefined;
		if (!folder(names).all.has(part)) return false;
		within = within === "." ? part : `${within}/${part}`;
	}
	return true;
}
