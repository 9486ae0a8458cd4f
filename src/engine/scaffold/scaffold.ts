import { templateOf, type TemplateId } from "./answers.ts";
import { depth, toPattern } from "./detect.ts";

export { answer, complete, problemOf, suggest, templateIds, templateOf, type Answered, type Origin, type TemplateId } from "./answers.ts";
export { findFolders, findProjects, findStrangers, lookedFor, type Project, type Stranger } from "./detect.ts";
export { hardenedDockerfiles } from "./hardened.ts";
export { render, type Rendered } from "./render.ts";
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
