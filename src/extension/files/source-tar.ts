import { createReadStream } from "node:fs";
import { lstat, readlink, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import * as vscode from "vscode";
import { joinPath } from "../../docker/files/entry.ts";
import { tarEnd, tarHeader, tarPadding, type TarHeader } from "../../docker/files/tar.ts";

/** What is uploaded: a file or folder that VS Code can read, or a file that a browser gave. */
export type Source = vscode.Uri | vscode.DataTransferFile;

const isUri = (source: Source): source is vscode.Uri => "scheme" in source;
export const nameOfSource = (source: Source): string => (isUri(source) ? (source.path.split("/").findLast(Boolean) ?? "") : source.name);

export type Reading = {
	readonly owner: Pick<TarHeader, "owner" | "group">;
	/** Called before each is read. */
	reading(name: string): void;
	/** Called for a link that leads to a folder elsewhere on this machine, and for what is neither file, folder nor link. */
	leftOut(name: string): void;
};

/** Files and folders as a tar, as large as they are while it is read. Those of this machine keep their modes, and links in folders stay links where they are relative. */
export async function* tarOfSources(sources: readonly Source[], reading: Reading): AsyncGenerator<Buffer> {
	for (const source of sources) {
		if (isUri(source)) yield* tarOfUri(source, nameOfSource(source), reading, true);
		else {
			const content = await source.data();
			yield tarHeader({ ...reading.owner, name: source.name, kind: "file", mode: 0o644, size: content.length, modified: Date.now() });
			yield Buffer.from(content);
			yield tarPadding(content.length);
		}
	}
	yield tarEnd;
}

/** Of what the user has chosen himself a link is followed. */
async function* tarOfUri(uri: vscode.Uri, name: string, reading: Reading, isChosen: boolean): AsyncGenerator<Buffer> {
	const { owner } = reading;
	reading.reading(name);
	if (uri.scheme === "file" && !isChosen && (await lstat(uri.fsPath)).isSymbolicLink()) {
		const target = await readlink(uri.fsPath);
		if (!isAbsolute(target)) {
			yield tarHeader({ ...owner, name, kind: "link", target: target.replaceAll("\\", "/"), mode: 0o777, size: 0, modified: Date.now() });
			return;
		}
	}
	const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
	const isFolder = (type & vscode.FileType.Directory) !== 0;
	const mode = (await modeOf(uri)) ?? (isFolder ? 0o755 : 0o644);
	// A folder that is linked to may be one that holds the link.
	if (isFolder && (isChosen || type === vscode.FileType.Directory)) {
		yield tarHeader({ ...owner, name: `${name}/`, kind: "folder", mode, size: 0, modified: mtime });
		for (const [child] of await vscode.workspace.fs.readDirectory(uri))
			yield* tarOfUri(vscode.Uri.joinPath(uri, child), joinPath(name, child).slice(1), reading, false);
	} else if ((type & vscode.FileType.File) !== 0) {
		const header = { ...owner, name, kind: "file" as const, mode, modified: mtime };
		if (uri.scheme === "file") {
			yield tarHeader({ ...header, size });
			// What the file has grown by meanwhile would not fit.
			if (size > 0) for await (const piece of createReadStream(uri.fsPath, { end: size - 1 })) yield piece as Buffer;
			yield tarPadding(size);
		} else {
			const content = await vscode.workspace.fs.readFile(uri);
			yield tarHeader({ ...header, size: content.length });
			yield Buffer.from(content);
			yield tarPadding(content.length);
		}
	} else reading.leftOut(name);
}

/** Undefined where files have none: elsewhere, and on Windows. */
async function modeOf({ scheme, fsPath }: vscode.Uri): Promise<number | undefined> {
	return scheme === "file" && process.platform !== "win32" ? (await stat(fsPath)).mode & 0o777 : undefined;
}
