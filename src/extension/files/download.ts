import { chmod, mkdir, utimes } from "node:fs/promises";
import * as vscode from "vscode";
import { joinPath, nameOf } from "../../docker/files/entry.ts";
import type { TarEntry } from "../../docker/files/tar.ts";
import { plainText } from "../../docker/plain-text.ts";
import { writeWhole } from "../../docker/transfer.ts";
import { list } from "../commands/targets.ts";
import type { ContainerFiles } from "./file-system.ts";
import type { FileNode } from "./file-node.ts";
import { showWarningMessage, withProgress } from "../window.ts";

/**
 * Copies files and folders of a container here: one to the file that `target` is, or each into the folder that it is. Files keep their modes and times. Links, devices and names
 * that this machine could take for a way out of the folder are left out, and told. Cancelled, it leaves what has arrived.
 */
export async function download(files: ContainerFiles, nodes: readonly FileNode[], target: vscode.Uri, as: "file" | "folder"): Promise<void> {
	const { t } = vscode.l10n;
	const docker = (await files.docker()).files;
	const names = namesFor(nodes.map(({ uri }) => safeName(nameOf(uri.path)) ?? "file"));
	const rootOf = (node: FileNode): vscode.Uri => (as === "file" ? target : vscode.Uri.joinPath(target, names[nodes.indexOf(node)] ?? "file"));
	if (as === "folder" && !(await mayReplace(target, nodes.map(rootOf)))) return;
	const leftOut: string[] = [];
	const options = { location: vscode.ProgressLocation.Notification, title: t("Downloading from {0}", nodes[0]?.of ?? ""), cancellable: true };
	await withProgress(options, async (progress, cancelled) => {
		const ending = new AbortController();
		const listening = cancelled.onCancellationRequested(() => ending.abort());
		try {
			for (const node of nodes) {
				const { place, uri } = node;
				const root = rootOf(node);
				await docker.download(
					place,
					uri.path,
					async (entries) => {
						let first: string | undefined;
						for await (const entry of entries) {
							ending.signal.throwIfAborted();
							const full = joinPath(entry.header.name);
							first ??= full;
							const parts = full.slice(first.length).split("/").filter(Boolean);
							progress.report({ message: plainText(nameOf(full), 60) });
							const safe = parts.map(safeName);
							const isCopied = entry.header.kind === "file" || entry.header.kind === "folder";
							if (!isCopied || safe.includes(undefined)) leftOut.push(plainText(full, 200));
							else await save(entry, safe.length > 0 ? vscode.Uri.joinPath(root, ...safe.map((part) => part ?? "")) : root);
						}
					},
					ending.signal,
				);
			}
		} catch (error) {
			if (!ending.signal.aborted) throw error;
		} finally {
			listening.dispose();
		}
	});
	if (leftOut.length > 0)
		void showWarningMessage(t("Not downloaded, for they are links, devices or have names that cannot be here: {0}", leftOut.slice(0, 20).join(", ")));
}

/** Files of different folders may have one name, which also a disk may take for one where they differ in capitals: those behind the first get a number, `app-2.log`. */
function namesFor(names: readonly string[]): readonly string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		const dot = name.lastIndexOf(".");
		const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
		let own = name;
		for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = `${stem}-${number}${end}`;
		taken.add(own.toLowerCase());
		return own;
	});
}

/** For one file the dialog has asked. */
async function mayReplace(folder: vscode.Uri, targets: readonly vscode.Uri[]): Promise<boolean> {
	const { t } = vscode.l10n;
	const there = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
	const names = targets.map(({ path }) => nameOf(path)).filter((name) => there.has(name));
	if (names.length === 0) return true;
	const replace = t("Replace");
	const question = t("Replace what is in {0} already?", plainText(folder.fsPath, 200));
	return (await showWarningMessage(question, { modal: true, detail: list(names.map((name) => plainText(name))) }, replace)) === replace;
}

/** Undefined for what would lead elsewhere, or what some systems cannot have. */
const safeName = (name: string): string | undefined => (name === ".." || name === "." || /[\\:\0]/.test(name) ? undefined : name);

async function save({ header, body }: TarEntry, target: vscode.Uri): Promise<void> {
	if (target.scheme === "file") {
		if (header.kind === "folder") return void (await mkdir(target.fsPath, { recursive: true }));
		await writeWhole(body(), target.fsPath);
		// Never what would run as somebody else.
		if (process.platform !== "win32") await chmod(target.fsPath, header.mode & 0o777);
		return utimes(target.fsPath, new Date(), new Date(header.modified));
	}
	if (header.kind === "folder") return vscode.workspace.fs.createDirectory(target);
	const pieces: Buffer[] = [];
	for await (const piece of body()) pieces.push(piece);
	return vscode.workspace.fs.writeFile(target, Buffer.concat(pieces));
}
