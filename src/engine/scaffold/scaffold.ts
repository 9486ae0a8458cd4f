import { codeOf, templateIds, templateOf, type TemplateId } from "./render.ts";
import type { Answers, Files, Suggestion } from "./template.ts";

export { hardenedDockerfiles } from "./hardened.ts";
export { complete, render, templateIds, templateOf, type Rendered, type TemplateId } from "./render.ts";
export { findProblem, isAsked, type Answers, type Files, type Question, type Suggestion, type Template } from "./template.ts";

/** Folders that hold nothing of the project's own; a host need not look into them. */
export const ignoredFolders: readonly string[] = [
	".cache",
	".eggs",
	".git",
	".hg",
	".idea",
	".mypy_cache",
	".nox",
	".pytest_cache",
	".ruff_cache",
	".svn",
	".tox",
	".venv",
	".vscode",
	"__pycache__",
	"bower_components",
	"build",
	"dist",
	"env",
	"node_modules",
	"site-packages",
	"target",
	"venv",
];

/** A project of a template's kind: its folder relative to where was looked, "" for that itself, and the file that gave it away. */
export type Project = { readonly id: TemplateId; readonly folder: string; readonly because: string };

/** All projects among the paths, the topmost first. Where there is but source, the folder itself is taken for the project. */
export function findProjects(paths: readonly string[]): readonly Project[] {
	const projects: Project[] = [];
	for (const id of templateIds) {
		const { detect, sources } = templateOf(id);
		const patterns = detect.map(toPattern);
		const folders = new Map<string, string>();
		for (const path of paths) {
			const because = patterns.map((pattern) => pattern.exec(path)).find((match) => match !== null);
			if (because?.[1] === undefined) continue;
			const folder = because[1].replace(/\/$/, "");
			if (!folders.has(folder)) folders.set(folder, path);
		}
		const source = paths.find((path) => sources.some((end) => path.endsWith(end)));
		if (folders.size === 0 && source !== undefined) folders.set("", source);
		projects.push(...[...folders].map(([folder, because]) => ({ id, folder, because })));
	}
	return projects.toSorted((one, other) => depth(one.folder) - depth(other.folder) || (one.folder < other.folder ? -1 : 1));
}

/** What `findProjects` looks for, for the one who finds nothing. */
export const lookedFor = (): readonly string[] => templateIds.flatMap((id) => [...templateOf(id).detect, ...templateOf(id).sources.map((end) => `*${end}`)]);

/** Which of a project's files have to be read before anything is suggested: everything that is small and tells something, the topmost first. */
export function filesToRead(id: TemplateId, paths: readonly string[]): readonly string[] {
	const { detect, sources } = templateOf(id);
	const patterns = [...detect, ".python-version", ".tool-versions", "runtime.txt", "Procfile", ".streamlit/config.toml"].map(toPattern);
	const isManifest = (path: string) =>
		patterns.some((pattern) => pattern.exec(path)?.[1] === "") || /(?:^|\/)[^/]*(?:requirements|constraints)[^/]*\.txt$/.test(path);
	const isSource = (path: string) => sources.some((end) => path.endsWith(end));
	const nearest = (one: string, other: string) => depth(one) - depth(other);
	return [...paths.filter(isManifest).toSorted(nearest), ...paths.filter((path) => isSource(path) && !isManifest(path)).toSorted(nearest)];
}

/** What may be answered to a question, best first, given the answers to those before it. */
export function suggest(id: TemplateId, question: string, files: Files, answers: Answers): readonly Suggestion[] {
	return codeOf(id).suggest[question]?.(files, answers) ?? [];
}

/** The first group is the folder, with its slash. */
function toPattern(glob: string): RegExp {
	return new RegExp(`^((?:.*/)?)${glob.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*")}$`);
}

function depth(path: string): number {
	return path === "" ? 0 : path.split("/").length;
}
