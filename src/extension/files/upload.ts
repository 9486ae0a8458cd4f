import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import * as vscode from "vscode";
import { isWithin, joinPath } from "../../docker/files/entry.ts";
import { tarEnd, tarHeader, tarPadding, type TarHeader } from "../../docker/files/tar.ts";
import { plainText } from "../../docker/plain-text.ts";
import { list } from "../commands/targets.ts";
import type { ContainerFiles } from "./file-system.ts";
import type { FileNode } from "./file-node.ts";

/** What is uploaded: a file or folder that VS Code can read, or a file that a browser gave. */
type Source = vscode.Uri | vscode.DataTransferFile;

const isUri = (source: Source): source is vscode.Uri => "scheme" in source;
const nameOf = (source: Source): string => (isUri(source) ? (source.path.split("/").findLast(Boolean) ?? "") : source.name);

/** Copies files and folders into a folder, where they belong to its owner. Asks before it replaces any. Cancelled, it leaves what has arrived. */
export async function upload(files: ContainerFiles, folder: FileNode, sources: readonly Source[]): Promise<void> {
	const { t } = vscode.l10n;
	if (sources.length === 0) return;
	if (!vscode.workspace.isTrusted) throw new Error(t("Hullwright changes nothing in Restricted Mode."));
	const docker = (await files.docker()).files;
	const there = new Set((await docker.list(folder.place, folder.uri.path)).entries.map(({ name }) => name));
	const replaced = sources.map(nameOf).filter((name) => there.has(name));
	if (replaced.length > 0) {
		const replace = t("Replace");
		const question = t("Replace what is in {0} already?", plainText(folder.uri.path));
		const detail = list(replaced.map((name) => plainText(name)));
		if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, replace)) !== replace) return;
	}
	const { owner, group } = await docker.header(folder.place, folder.uri.path);
	const options = { location: vscode.ProgressLocation.Notification, title: t("Uploading to {0}", folder.of), cancellable: true };
	await vscode.window.withProgress(options, async (progress, cancelled) => {
		const tar = Readable.from(
			tarOfSources(sources, { owner, group }, (name) => progress.report({ message: plainText(name, 60) })),
			{ objectMode: false },
		);
		const listening = cancelled.onCancellationRequested(() => tar.destroy(new Error(t("The upload was cancelled."))));
		try {
			await docker.upload(folder.place, folder.uri.path, tar);
		} catch (error) {
			if (!cancelled.isCancellationRequested) throw error;
		} finally {
			listening.dispose();
			files.tellWritten(shownOf(folder.uri));
		}
	});
}

/** Files below the folder that editors show. */
const shownOf = (folder: vscode.Uri): readonly vscode.Uri[] =>
	vscode.workspace.textDocuments
		.map(({ uri }) => uri)
		.filter(({ scheme, authority, path }) => scheme === folder.scheme && authority === folder.authority && isWithin(path, folder.path));

type Owner = Pick<TarHeader, "owner" | "group">;

async function* tarOfSources(sources: readonly Source[], owner: Owner, tell: (name: string) => void): AsyncGenerator<Buffer> {
	for (const source of sources) {
		if (isUri(source)) yield* tarOfUri(source, nameOf(source), owner, tell);
		else {
			const content = await source.data();
			yield tarHeader({ ...owner, name: source.name, kind: "file", mode: 0o644, size: content.length, modified: Date.now() });
			yield Buffer.from(content);
			yield tarPadding(content.length);
		}
	}
	yield tarEnd;
}

async function* tarOfUri(uri: vscode.Uri, name: string, owner: Owner, tell: (name: string) => void): AsyncGenerator<Buffer> {
	tell(name);
	const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
	// A folder that is linked to may be one that holds the link.
	if (type === vscode.FileType.Directory) {
		yield tarHeader({ ...owner, name: `${name}/`, kind: "folder", mode: 0o755, size: 0, modified: mtime });
		for (const [child] of await vscode.workspace.fs.readDirectory(uri))
			yield* tarOfUri(vscode.Uri.joinPath(uri, child), joinPath(name, child).slice(1), owner, tell);
	} else if ((type & vscode.FileType.File) !== 0) {
		const header = { ...owner, name, kind: "file" as const, mode: 0o644, modified: mtime };
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
	}
}
