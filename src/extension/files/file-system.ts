import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { FileEntry, Place } from "../../docker/files/entry.ts";
import { isDockerError } from "../../docker/errors.ts";
import { plainText } from "../../docker/plain-text.ts";
import { placeOf } from "./places.ts";

export { createFilesView } from "./files-view.ts";

/** What VS Code asks of a file system, and what our view and commands ask. Every error is one of VS Code's. */
export type ContainerFiles = {
	readonly docker: () => Promise<Docker>;
	stat(uri: vscode.Uri): Promise<vscode.FileStat>;
	readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]>;
	createDirectory(uri: vscode.Uri): Promise<void>;
	readFile(uri: vscode.Uri): Promise<Uint8Array>;
	writeFile(uri: vscode.Uri, content: Uint8Array, options: { readonly create: boolean; readonly overwrite: boolean }): Promise<void>;
	delete(uri: vscode.Uri): Promise<void>;
	/** Files that were written by another way, for editors that show them. */
	tellWritten(uris: readonly vscode.Uri[]): void;
	rename(from: vscode.Uri, to: vscode.Uri, options: { readonly overwrite: boolean }): Promise<void>;
};

const { File, Directory, SymbolicLink, Unknown } = vscode.FileType;
const plainTypes = { file: File, folder: Directory, other: Unknown, link: Unknown };
const typeOf = ({ kind, leadsTo = "other" }: FileEntry): vscode.FileType => (kind === "link" ? SymbolicLink | plainTypes[leadsTo] : plainTypes[kind]);

export function createContainerFiles(docker: () => Promise<Docker>, changed: vscode.EventEmitter<vscode.FileChangeEvent[]>): ContainerFiles {
	const ask = async <Result>(uri: vscode.Uri, run: (files: Docker["files"], place: Place) => Promise<Result>): Promise<Result> => {
		try {
			return await run((await docker()).files, placeOf(uri));
		} catch (error) {
			throw toFileSystemError(error, uri);
		}
	};
	const alter: typeof ask = async (uri, run) => {
		// A workspace that is not trusted changes nothing, by whatever way.
		if (!vscode.workspace.isTrusted) throw vscode.FileSystemError.NoPermissions(vscode.l10n.t("Hullwright changes nothing in Restricted Mode."));
		return ask(uri, run);
	};
	const statOf = (uri: vscode.Uri): Promise<FileEntry> =>
		ask(uri, async (files, place) => {
			const entry = await files.stat(place, uri.path);
			const target = entry.leadsTo && entry.target !== undefined ? await files.stat(place, entry.target) : undefined;
			return target ? { ...entry, size: target.size, modified: target.modified, mode: target.mode } : entry;
		});
	const isThere = (uri: vscode.Uri): Promise<boolean> =>
		statOf(uri).then(
			() => true,
			(error: unknown) => {
				if ((error as { code?: unknown }).code === "FileNotFound") return false;
				throw error;
			},
		);
	const tell = (...events: (readonly [vscode.Uri, vscode.FileChangeType])[]): void => changed.fire(events.map(([uri, type]) => ({ uri, type })));
	return {
		docker,
		async stat(uri) {
			const [entry, reason] = await Promise.all([statOf(uri), ask(uri, (files, place) => files.readOnly(place, uri.path))]);
			return {
				type: typeOf(entry),
				ctime: entry.modified,
				mtime: entry.modified,
				size: entry.size,
				...(reason && { permissions: vscode.FilePermission.Readonly }),
			};
		},
		readDirectory: (uri) =>
			ask(uri, async (files, place) => (await files.list(place, uri.path)).entries.map((entry): [string, vscode.FileType] => [entry.name, typeOf(entry)])),
		async createDirectory(uri) {
			// The engine would give a folder that is there another owner and mode.
			if (await isThere(uri)) throw thereAlready(uri);
			await alter(uri, (files, place) => files.createFolder(place, uri.path));
			tell([uri, vscode.FileChangeType.Created]);
		},
		readFile: (uri) => ask(uri, (files, place) => files.read(place, uri.path)),
		async writeFile(uri, content, { create, overwrite }) {
			const there = await isThere(uri);
			if (!there && !create) throw notThere(uri);
			if (there && create && !overwrite) throw thereAlready(uri);
			await alter(uri, (files, place) => files.write(place, uri.path, content));
			tell([uri, there ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created]);
		},
		async delete(uri) {
			await alter(uri, (files, place) => files.remove(place, uri.path));
			tell([uri, vscode.FileChangeType.Deleted]);
		},
		tellWritten: (uris) => tell(...uris.map((uri) => [uri, vscode.FileChangeType.Changed] as const)),
		async rename(from, to, { overwrite }) {
			if (from.authority !== to.authority || from.scheme !== to.scheme)
				throw vscode.FileSystemError.Unavailable(vscode.l10n.t("Files are not moved from one container to another: download and upload them."));
			if (await isThere(to)) {
				if (!overwrite) throw thereAlready(to);
				await alter(to, (files, place) => files.remove(place, to.path));
			}
			await alter(from, (files, place) => files.rename(place, from.path, to.path));
			tell([from, vscode.FileChangeType.Deleted], [to, vscode.FileChangeType.Created]);
		},
	};
}

const thereAlready = ({ path }: vscode.Uri): vscode.FileSystemError =>
	vscode.FileSystemError.FileExists(vscode.l10n.t("{0} is there already.", plainText(path, 200)));
const notThere = ({ path }: vscode.Uri): vscode.FileSystemError => vscode.FileSystemError.FileNotFound(vscode.l10n.t("There is no {0}.", plainText(path, 200)));

function toFileSystemError(error: unknown, uri: vscode.Uri): unknown {
	if (!isDockerError(error)) return error;
	if (error.kind === "missing") return notThere(uri);
	if (error.kind === "rejected" || error.kind === "conflict") return vscode.FileSystemError.NoPermissions(error.detail);
	return vscode.FileSystemError.Unavailable(error.message);
}
