import { stacks } from "./stacks.ts";
import type { Template } from "./template.ts";
import { templates } from "./templates.ts";
import type { TemplateId } from "./answers.ts";

/** A project of a template's kind: its folder relative to where was looked, "" for that itself, and the file that gave it away. */
export type Project = { readonly id: TemplateId; readonly folder: string; readonly because: string };

/** A project that no template is for. */
export type Stranger = { readonly stack: string; readonly folder: string; readonly because: string };

/** What gives a project away, by the base name of a file or by the end of it. `folder` answers undefined where the rest of the path does not fit. */
type Sign<T> = { readonly of: T; readonly folder: (path: string) => string | undefined };
type Signs<T> = { readonly byName: ReadonlyMap<string, readonly Sign<T>[]>; readonly byEnd: ReadonlyMap<string, readonly Sign<T>[]> };

/** All projects among the paths, the topmost first. Where there is but source, and nothing of another kind, the folder itself is taken for the project. */
export function findProjects(paths: readonly string[]): readonly Project[] {
	const found = foldersOf(projectSigns, paths).map(({ of, folder, because }): Project => ({ id: of, folder, because }));
	return found.length > 0 || findStrangers(paths).length > 0 ? found : bySource(paths);
}

/** Projects of kinds that are known, but not written for yet; the topmost first, one a kind. */
export function findStrangers(paths: readonly string[]): readonly Stranger[] {
	const seen = new Set<string>();
	const found = foldersOf(strangerSigns, paths).filter(({ of }) => !seen.has(of) && seen.add(of));
	return found.map(({ of, folder, because }) => ({ stack: of, folder, because }));
}

/** As `findProjects`, for other templates. */
export function findFolders(kinds: Readonly<Record<string, Pick<Template, "detect">>>, paths: readonly string[]): readonly { of: string; folder: string }[] {
	return foldersOf(signsOf(Object.entries(kinds).map(([id, { detect }]) => [id, detect])), paths);
}

/** What `findProjects` looks for, for the one who finds nothing. */
export const lookedFor = (): readonly string[] =>
	Object.values(templates).flatMap(({ template: { detect, sources } }) => [...detect, ...sources.map((end) => `*${end}`)]);

const idsAndSigns = Object.entries(templates).map(([id, { template }]): [TemplateId, readonly string[]] => [id as TemplateId, template.detect]);
const projectSigns = signsOf(idsAndSigns);
const strangerSigns = signsOf(stacks.map(({ title, detect }): [string, readonly string[]] => [title, detect]));

/** A name is looked up as it is; one with a `*` by what stands behind its last dot, and then compared. */
function signsOf<T>(kinds: readonly (readonly [T, readonly string[]])[]): Signs<T> {
	const byName = new Map<string, Sign<T>[]>();
	const byEnd = new Map<string, Sign<T>[]>();
	for (const [of, patterns] of kinds) {
		for (const pattern of patterns) {
			const name = baseOf(pattern);
			const sign: Sign<T> = { of, folder: folderFinder(pattern) };
			if (name.includes("*")) byEnd.set(endOf(name), [...(byEnd.get(endOf(name)) ?? []), sign]);
			else byName.set(name, [...(byName.get(name) ?? []), sign]);
		}
	}
	return { byName, byEnd };
}

/** Most names that come this far are told apart by their first letters, so they are compared without the folder. */
function folderFinder(pattern: string): (path: string) => string | undefined {
	const name = baseOf(pattern);
	const parent = folderOf(pattern);
	const matcher = new RegExp(`^${toExpression(name)}$`);
	return (path) => {
		if (name.includes("*") && !matcher.test(baseOf(path))) return undefined;
		const folder = folderOf(path);
		if (parent === "") return folder;
		return folder === parent ? "" : folder.endsWith(`/${parent}`) ? folder.slice(0, -parent.length - 1) : undefined;
	};
}

function foldersOf<T>({ byName, byEnd }: Signs<T>, paths: readonly string[]): readonly { of: T; folder: string; because: string }[] {
	const found = new Map<T, Map<string, string>>();
	for (const path of paths) {
		const name = baseOf(path);
		for (const signs of [byName.get(name), byEnd.get(endOf(name))]) {
			for (const { of, folder: folderIn } of signs ?? []) {
				const folder = folderIn(path);
				const folders = found.get(of) ?? new Map<string, string>();
				if (folder !== undefined && !folders.has(folder)) found.set(of, folders.set(folder, path));
			}
		}
	}
	return [...found]
		.flatMap(([of, folders]) => [...folders].map(([folder, because]) => ({ of, folder, because })))
		.toSorted((one, other) => depth(one.folder) - depth(other.folder) || (one.folder < other.folder ? -1 : one.folder > other.folder ? 1 : 0));
}

function bySource(paths: readonly string[]): readonly Project[] {
	return Object.entries(templates).flatMap(([id, { template }]) => {
		const because = paths.find((path) => template.sources.some((end) => path.endsWith(end)));
		return because === undefined ? [] : [{ id: id as TemplateId, folder: "", because }];
	});
}

/** The first group is the folder, with its slash. `*` stands for anything but a slash. */
export function toPattern(glob: string): RegExp {
	return new RegExp(`^((?:.*/)?)${toExpression(glob)}$`);
}

function toExpression(glob: string): string {
	return glob.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
}

export function depth(path: string): number {
	return path === "" ? 0 : path.split("/").length;
}

function baseOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function endOf(name: string): string {
	return name.slice(name.lastIndexOf("."));
}
