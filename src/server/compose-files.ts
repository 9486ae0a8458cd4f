import { basename, dirname, join, resolve } from "node:path";
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ComposeFile } from "../engine/compose/syntax.ts";
import { areLayers, includedBy, isOverride } from "../engine/language/compose/files.ts";
import { type NamePlace, namesIn } from "../engine/language/compose/names.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { createDisk } from "../files/disk.ts";
import { findAround } from "../files/find-files.ts";
import type { Beside } from "./beside.ts";
import { documentAt } from "./document-at.ts";
import { pathOf } from "./path-of.ts";
import type { Host } from "./feature.ts";

/** A Compose file as it is now, with its path; one that is on no disk has none. */
export type ComposeBeside = Beside<ComposeFile> & { readonly path: string | undefined };

export type ComposeFiles = {
	/** The files that are one project with the document, itself first: what it includes, what includes it, and what is put over it or below. */
	projectOf(document: TextDocument, file: ComposeFile): readonly ComposeBeside[];
	/** The same, with what the workspace has besides. */
	wholeProjectOf(document: TextDocument, file: ComposeFile, token: CancellationToken): Promise<readonly ComposeBeside[]>;
	/** Files of the workspace that extend a service of one of the files, without those. */
	extendersOf(project: readonly ComposeBeside[], token: CancellationToken): Promise<readonly ComposeBeside[]>;
	/** The file that another names by a path. */
	fileAt(from: ComposeBeside, path: string): ComposeBeside | undefined;
};

/** No project has more files, and so far up nothing includes a file. */
const mostFiles = 50;
const mostFoldersAbove = 3;

/** So many milliseconds what is in folders counts as new. */
const freshFor = 2000;

/** More files nobody has read at once. */
const mostKept = 500;

export function createComposeFiles(host: Host, parse: (text: string) => ComposeFile): ComposeFiles {
	let [disk, listedAt] = [createDisk(), -Infinity];
	const known = new Map<string, { readonly text: string; readonly file: ComposeFile }>();

	function read(path: string): ComposeBeside | undefined {
		const found = documentAt(host, path, "dockercompose");
		if (!found) return undefined;
		const { document, isOpen } = found;
		const own = isOpen ? host.opened(document.uri) : undefined;
		return { document, isOpen, path, file: own?.id === "compose" ? own.file : parsed(path, document.getText()) };
	}

	function parsed(path: string, text: string): ComposeFile {
		const last = known.get(path);
		if (last?.text === text) return last.file;
		const file = parse(text);
		known.delete(path);
		known.set(path, { text, file });
		for (const oldest of known.keys()) if (known.size > mostKept) known.delete(oldest);
		return file;
	}

	/** The files that belong to those that are there already, until there are no more. */
	function joined(first: ComposeBeside, candidates: readonly string[]): readonly ComposeBeside[] {
		const project: ComposeBeside[] = [first];
		const others = new Map(candidates.filter((path) => path !== first.path).map((path) => [path, undefined as ComposeBeside | undefined]));
		const beside = (path: string): ComposeBeside | undefined => {
			const file = others.get(path) ?? read(path);
			if (file) others.set(path, file);
			return file;
		};
		for (let index = 0; index < project.length && project.length < mostFiles; index++) {
			const one = project[index] as ComposeBeside;
			for (const path of includesOf(one)) {
				const included = project.some((each) => each.path === path) ? undefined : beside(path);
				if (included) project.push(included);
			}
			for (const path of others.keys()) {
				const other = project.some((each) => each.path === path) ? undefined : beside(path);
				if (other && belongTogether(one, other)) project.push(other);
			}
		}
		return project;
	}

	/** Compose files in the folder, and in those above it. Between two keys there are no new ones. */
	function near(path: string): readonly string[] {
		if (performance.now() - listedAt > freshFor) {
			disk = createDisk();
			listedAt = performance.now();
		}
		const found: string[] = [];
		let folder = dirname(path);
		for (let count = 0; count <= mostFoldersAbove; count++) {
			for (const name of disk.list(folder) ?? []) if (languageOfName(name) === "compose") found.push(join(folder, name));
			if (dirname(folder) === folder) break;
			folder = dirname(folder);
		}
		return found.slice(0, mostFiles);
	}

	const around = async (path: string, token: CancellationToken): Promise<readonly string[]> =>
		findAround(
			path,
			await host.folders(),
			(name) => languageOfName(name) === "compose",
			() => token.isCancellationRequested,
		);

	const self = (document: TextDocument, file: ComposeFile): ComposeBeside => ({ document, isOpen: true, file, path: pathOf(document.uri) });

	return {
		projectOf(document, file) {
			const own = self(document, file);
			return own.path === undefined ? [own] : joined(own, near(own.path));
		},
		async wholeProjectOf(document, file, token) {
			const own = self(document, file);
			return own.path === undefined ? [own] : joined(own, [...new Set([...near(own.path), ...(await around(own.path, token))])]);
		},
		async extendersOf(project, token) {
			const [own] = project;
			if (own?.path === undefined) return [];
			const paths = new Set(project.flatMap(({ path }) => path ?? []));
			const others = (await around(own.path, token)).filter((path) => !paths.has(path));
			return others.flatMap((path) => {
				const other = read(path);
				return other && namesIn(other.file).some((place) => paths.has(homeOf(other, place) ?? "")) ? [other] : [];
			});
		},
		fileAt: (from, path) => (from.path === undefined ? undefined : read(resolve(dirname(from.path), path))),
	};
}

/** The path of the file that a service is extended from; undefined where it is the file itself. */
export const homeOf = ({ path }: ComposeBeside, place: NamePlace): string | undefined =>
	place.file === undefined || path === undefined ? undefined : resolve(dirname(path), place.file);

const includesOf = ({ path, file }: ComposeBeside): readonly string[] =>
	path === undefined ? [] : includedBy(file).map((included) => resolve(dirname(path), included));

function belongTogether(one: ComposeBeside, other: ComposeBeside): boolean {
	const [path, otherPath] = [one.path ?? "", other.path ?? ""];
	if (includesOf(other).includes(path)) return true;
	if (dirname(path) !== dirname(otherPath)) return false;
	const [name, otherName] = [basename(path), basename(otherPath)];
	const over = areLayers(name, otherName);
	const below = areLayers(otherName, name);
	return over === "always" || below === "always" || (over === "perhaps" && isOverride(other.file)) || (below === "perhaps" && isOverride(one.file));
}
