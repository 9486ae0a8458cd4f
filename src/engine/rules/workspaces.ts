import type { Files } from "../lint/rule.ts";
import type { Call } from "../shell/calls.ts";
import { wildcardTest } from "../text/wildcards.ts";

/** A kind of project that is made of several, each with a manifest in a folder of its own. */
export type WorkspaceKind = {
	/** The member's manifest, which the root has as well. */
	readonly manifest: string;
	/** The file in the root that lists the members, and how to read the patterns of their folders from it; a pattern with "!" takes some out. */
	readonly list: string;
	readonly patterns: (text: string) => readonly string[];
	/** Whether an installation by the lock file fails as soon as a member is missing, wherever it is needed. */
	readonly needsAll: boolean;
};

const workspaceKinds: readonly WorkspaceKind[] = [
	{ manifest: "package.json", list: "pnpm-workspace.yaml", patterns: fromPnpm, needsAll: false },
	{ manifest: "package.json", list: "package.json", patterns: fromPackageJson, needsAll: true },
	{ manifest: "Cargo.toml", list: "Cargo.toml", patterns: (text) => fromToml(text, "workspace"), needsAll: true },
	{ manifest: "pyproject.toml", list: "pyproject.toml", patterns: (text) => fromToml(text, "tool.uv.workspace"), needsAll: false },
	{ manifest: "go.mod", list: "go.work", patterns: fromGoWork, needsAll: true },
	...["settings.gradle", "settings.gradle.kts"].flatMap((list) =>
		["build.gradle", "build.gradle.kts"].map((manifest) => ({ manifest, list, patterns: fromGradleSettings, needsAll: true })),
	),
];

/** The kinds of workspaces that a call may install; none where it installs something else. */
export function kindsOf({ program, subcommand, operands }: Call): readonly WorkspaceKind[] {
	switch (program) {
		case "npm":
			return /^(?:i|install|ci)$/.test(subcommand) && operands.length === 0 ? of("package.json") : [];
		case "yarn":
			return /^(?:|install)$/.test(subcommand) ? of("package.json") : [];
		case "bun":
		case "pnpm":
			return /^(?:i|install)$/.test(subcommand) && operands.length === 0 ? of(program === "pnpm" ? "pnpm-workspace.yaml" : "package.json") : [];
		case "uv":
			return subcommand === "sync" ? of("pyproject.toml") : [];
		case "cargo":
			return /^(?:build|b|fetch|chef)$/.test(subcommand) ? of("Cargo.toml") : [];
		case "gradle":
			// Without a task it says what could be asked for; these need no project's dependencies either.
			return /^(?:|help|init|tasks|wrapper)$/.test(subcommand) ? [] : [...of("settings.gradle"), ...of("settings.gradle.kts")];
		default:
			return `${subcommand} ${operands[0] ?? ""}` === "mod download" || subcommand === "build" ? of("go.work") : [];
	}
}

const of = (list: string): readonly WorkspaceKind[] => workspaceKinds.filter((kind) => kind.list === list);

/** Paths of the members' folders below the root, in order; undefined where the root is none of this kind, or cannot be looked into. */
export function membersOf(files: Files, root: string, { list, manifest, patterns }: WorkspaceKind): readonly string[] | undefined {
	const text = files.text(`${root}${list}`);
	const wanted = text === undefined ? [] : patterns(text).map((pattern) => pattern.replace(/^(!?)\.\//, "$1").replace(/\/+$/, ""));
	if (wanted.length === 0) return undefined;
	const found = new Set<string>();
	for (const pattern of wanted) if (!pattern.startsWith("!")) for (const folder of foldersFor(files, root, pattern)) found.add(folder);
	for (const pattern of wanted) if (pattern.startsWith("!")) for (const folder of foldersFor(files, root, pattern.slice(1))) found.delete(folder);
	return [...found].filter((folder) => files.list(`${root}${folder}`)?.includes(manifest)).sort();
}

/** The folders that a pattern stands for; `**` is followed two folders deep. */
function foldersFor(files: Files, root: string, pattern: string): readonly string[] {
	let folders = [""];
	for (const part of pattern.split("/")) {
		if (!part.includes("*")) folders = folders.map((folder) => `${folder}${part}/`);
		else if (part === "**") folders = folders.flatMap((folder) => below(files, root, folder).flatMap((each) => [each, ...below(files, root, each)]));
		else {
			const fits = wildcardTest(part);
			folders = folders.flatMap((folder) => below(files, root, folder, fits));
		}
	}
	return folders.map((folder) => folder.replace(/\/$/, ""));
}

/** What may be a folder: a name without an extension. */
const below = (files: Files, root: string, folder: string, fits: (name: string) => boolean = () => true): readonly string[] =>
	(files.list(`${root}${folder}`.replace(/\/$/, "") || ".") ?? []).flatMap((each) =>
		fits(each) && !/^(?:\.|node_modules$|target$|dist$)|\.[a-z]{1,5}$/.test(each) ? [`${folder}${each}/`] : [],
	);

function fromPnpm(text: string): readonly string[] {
	const [, block = ""] = /^packages:[ \t]*\r?\n((?:[ \t]*(?:-.*|#.*)?(?:\r?\n|$))+)/m.exec(text) ?? [];
	return Array.from(block.matchAll(/^[ \t]*-[ \t]*["']?([^"'#\r\n]+?)["']?[ \t]*(?:#.*)?$/gm), ([, pattern = ""]) => pattern);
}

function fromPackageJson(text: string): readonly string[] {
	try {
		const { workspaces } = JSON.parse(text) as { workspaces?: unknown };
		const list: unknown = Array.isArray(workspaces) ? workspaces : (workspaces as { packages?: unknown } | undefined)?.packages;
		return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
	} catch {
		return [];
	}
}

function fromToml(text: string, section: string): readonly string[] {
	const start = text.search(new RegExp(`^\\[${section.replaceAll(".", "\\.")}\\]`, "m"));
	if (start < 0) return [];
	const end = text.slice(start + 1).search(/^\[/m);
	const body = end < 0 ? text.slice(start) : text.slice(start, start + 1 + end);
	const strings = (name: string): readonly string[] => {
		const [, list = ""] = new RegExp(`^${name}\\s*=\\s*\\[([^\\]]*)\\]`, "m").exec(body) ?? [];
		return Array.from(list.replace(/#.*/g, "").matchAll(/["']([^"']+)["']/g), ([, each = ""]) => each);
	};
	return [...strings("members"), ...strings("exclude").map((each) => `!${each}`)];
}

function fromGoWork(text: string): readonly string[] {
	const single = Array.from(text.matchAll(/^use[ \t]+(?!\()(\S+)/gm), ([, each = ""]) => each);
	const blocks = Array.from(text.matchAll(/^use[ \t]*\(([^)]*)\)/gm), ([, block = ""]) => block.replace(/\/\/.*/g, "").split(/\s+/)).flat();
	return [...single, ...blocks].filter((each) => each && each !== ".");
}

/**
 * The folders of the projects that `include` names; `:a:b` is in `a/b`, and makes `a` a project too. None where a project's folder is set, or a loop includes
 * them: the settings are a program. https://docs.gradle.org/current/userguide/multi_project_builds.html
 */
function fromGradleSettings(text: string): readonly string[] {
	const code = text.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*/g, "");
	if (/\bprojectDir\b|\bincludeFlat\b|\binclude\b(?!\s*\(?\s*["'])/.test(code)) return [];
	const names = Array.from(code.matchAll(/\binclude\s*\(?((?:\s*,?\s*(?:"[^"$\n]*"|'[^'\n]*'))+)/g), ([, list = ""]) => list.match(/[^\s,"']+/g) ?? []).flat();
	const folders = names.map((name) => name.split(":").filter((part) => part !== ""));
	return [...new Set(folders.flatMap((parts) => parts.map((_, index) => parts.slice(0, index + 1).join("/"))))];
}

/** Whether it is known that the file is not there: the nearest folder above it that is there does not have the way to it. */
export function isMissing(files: Files, root: string, path: string): boolean {
	const parts = path.split("/");
	for (let length = parts.length - 1; length >= 0; length--) {
		const folder = `${root}${parts.slice(0, length).join("/")}`.replace(/\/$/, "") || ".";
		const names = files.list(folder);
		if (names) return !names.includes(parts[length] ?? "");
	}
	return false;
}
