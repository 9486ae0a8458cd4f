import { Readable } from "node:stream";
import * as vscode from "vscode";
import { isWithin } from "../../docker/files/entry.ts";
import { plainText } from "../../docker/plain-text.ts";
import { list } from "../commands/targets.ts";
import type { ContainerFiles } from "./file-system.ts";
import type { FileNode } from "./file-node.ts";
import { nameOfSource, type Source, tarOfSources } from "./source-tar.ts";
import { showWarningMessage, withProgress } from "../window.ts";

/** Copies files and folders into a folder, where they belong to its owner. Asks before it replaces any. Cancelled, it leaves what has arrived. */
export async function upload(files: ContainerFiles, folder: FileNode, sources: readonly Source[]): Promise<void> {
	const { t } = vscode.l10n;
	if (sources.length === 0) return;
	if (!vscode.workspace.isTrusted) throw new Error(t("Hullwright changes nothing in Restricted Mode."));
	const docker = (await files.docker()).files;
	const there = new Set((await docker.list(folder.place, folder.uri.path)).entries.map(({ name }) => name));
	const replaced = sources.map(nameOfSource).filter((name) => there.has(name));
	if (replaced.length > 0) {
		const replace = t("Replace");
		const question = t("Replace what is in {0} already?", plainText(folder.uri.path));
		const detail = list(replaced.map((name) => plainText(name)));
		if ((await showWarningMessage(question, { modal: true, detail }, replace)) !== replace) return;
	}
	const { owner, group } = await docker.header(folder.place, folder.uri.path);
	const leftOut: string[] = [];
	const options = { location: vscode.ProgressLocation.Notification, title: t("Uploading to {0}", folder.of), cancellable: true };
	await withProgress(options, async (progress, cancelled) => {
		const tar = Readable.from(
			tarOfSources(sources, {
				owner: { owner, group },
				reading: (name) => progress.report({ message: plainText(name, 60) }),
				leftOut: (name) => void leftOut.push(plainText(name, 200)),
			}),
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
	if (leftOut.length > 0)
		void showWarningMessage(t("Not uploaded, for they are links to other folders of this machine, or devices: {0}", leftOut.slice(0, 20).join(", ")));
}

/** Files below the folder that editors show. */
const shownOf = (folder: vscode.Uri): readonly vscode.Uri[] =>
	vscode.workspace.textDocuments
		.map(({ uri }) => uri)
		.filter(({ scheme, authority, path }) => scheme === folder.scheme && authority === folder.authority && isWithin(path, folder.path));
