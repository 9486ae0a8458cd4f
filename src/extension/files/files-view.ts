import * as vscode from "vscode";
import { folderOf, joinPath, modeText, type FileEntry, type Listing, type Place } from "../../docker/files/entry.ts";
import type { Docker } from "../../docker/docker.ts";
import { isConnectionError, isDockerError } from "../../docker/errors.ts";
import { plainText } from "../../docker/plain-text.ts";
import { sizeText } from "../../engine/text/size.ts";
import { explain } from "../commands/explain.ts";
import { compareNames } from "../explorer/kind.ts";
import { contextOfFile, type FileNode, isFolder, isRemark } from "./file-node.ts";
import type { ContainerFiles } from "./file-system.ts";
import { download } from "./download.ts";
import { uriOf } from "./places.ts";
import { upload } from "./upload.ts";
import { showErrorMessage, withProgress } from "../window.ts";

const filesViewId = "hullwright.files";

export type FilesView = vscode.Disposable & {
	readonly files: ContainerFiles;
	/** Shows the place, and the folder or file in it. */
	open(place: Place, name: string, path?: string): Promise<void>;
	close(node: FileNode): void;
	/** Reads a folder again, in full where `isPatient`. */
	refresh(node?: FileNode): void;
	showMore(node: FileNode): void;
	upload(folder: FileNode, sources: readonly vscode.Uri[]): Promise<void>;
	/** `target` is the file itself for one file, or the folder for several. */
	download(nodes: readonly FileNode[], target: vscode.Uri, as: "file" | "folder"): Promise<void>;
	readonly roots: readonly FileNode[];
	readonly selection: readonly FileNode[];
};

/** So many rows of a folder are shown at once. */
const page = 1_000;

export function createFilesView(files: ContainerFiles, onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>): FilesView {
	const { t } = vscode.l10n;
	const changed = new vscode.EventEmitter<FileNode | undefined>();
	const roots: FileNode[] = [];
	const known = new Map<string, FileNode>();
	const shown = new Map<string, number>();
	const patient = new Set<string>();
	/** Folders that the engine could not be asked for, with what was known of the connection then. */
	const unreached = new Map<FileNode, Docker["connection"]["status"]>();
	let waiting: AbortController | undefined;

	async function childrenOf(folder: FileNode): Promise<FileNode[]> {
		const isPatient = patient.has(folder.id);
		const docker = await files.docker();
		const { status } = docker.connection;
		const options = { location: { viewId: filesViewId } };
		const list = (): Promise<Listing> =>
			docker.files.list(folder.place, folder.uri.path, { isPatient }).catch((error: unknown) => {
				if (isDockerError(error) && isConnectionError(error)) unreached.set(folder, status);
				void askAgain();
				throw error;
			});
		const { entries, isPartial } = await withProgress(options, list);
		const sorted = [...entries].sort((one, other) => Number(isLikeFolder(other)) - Number(isLikeFolder(one)) || compareNames(one.name, other.name));
		const most = shown.get(folder.id) ?? page;
		const nodes = sorted.slice(0, most).map((entry) => nodeOf(folder, entry));
		const more = (left: number | undefined): FileNode => ({ ...folder, kind: "more", id: `${folder.id} more`, parent: folder, entry: undefined, left });
		if (sorted.length > most) nodes.push(more(sorted.length - most));
		else if (isPartial) nodes.push(more(undefined));
		return nodes;
	}

	/** Once the engine is there again, and only while somebody sees the rows. */
	async function askAgain(): Promise<void> {
		if (waiting || unreached.size === 0 || !view.visible) return;
		const ending = (waiting = new AbortController());
		const docker = await files.docker();
		const release = docker.connection.hold();
		const isBack = (): boolean =>
			docker.connection.status.kind === "connected" && [...unreached.values()].some((status) => status !== docker.connection.status);
		await docker.until(isBack, ending.signal).catch(() => {});
		waiting = undefined;
		const folders = ending.signal.aborted ? [] : [...unreached.keys()];
		for (const folder of folders) {
			unreached.delete(folder);
			changed.fire(folder);
		}
		release();
		void askAgain();
	}

	function failedIn(folder: FileNode, error: unknown): FileNode {
		const isGone = folder.kind === "files-root" && isDockerError(error) && error.kind === "missing";
		const words = isGone ? t("{0} is not there any more.", folder.of) : explain(error);
		return { ...folder, kind: "failed", id: `${folder.id} failed`, parent: folder, entry: undefined, words };
	}

	function nodeOf(parent: FileNode, entry: FileEntry): FileNode {
		const uri = uriOf(parent.place, joinPath(parent.uri.path, entry.name));
		const id = uri.toString();
		const { place, of, isReadOnly } = parent;
		const node = known.get(id) ?? { kind: "file", id, uri, place, of, parent, entry, isReadOnly };
		node.entry = entry;
		known.set(id, node);
		return node;
	}

	const refreshFolder = (uri: vscode.Uri): void => {
		const folder = known.get(uri.toString());
		if (folder) changed.fire(folder);
	};
	const provider: vscode.TreeDataProvider<FileNode> = {
		onDidChangeTreeData: changed.event,
		// What VS Code makes of an error is a notification, and the folders after this one are left without their rows.
		getChildren: (node) => (node ? childrenOf(node).catch((error: unknown) => [failedIn(node, error)]) : [...roots]),
		getParent: ({ parent }) => parent,
		getTreeItem: (node) => itemOf(node, t),
	};
	const dragAndDrop: vscode.TreeDragAndDropController<FileNode> = {
		dragMimeTypes: ["text/uri-list"],
		dropMimeTypes: ["text/uri-list", "files"],
		handleDrag(nodes, transfer) {
			transfer.set("text/uri-list", new vscode.DataTransferItem(nodes.map(({ uri }) => uri.toString()).join("\r\n")));
		},
		async handleDrop(node, transfer) {
			const folder = node && (isFolder(node) ? node : node.parent);
			if (!folder) return;
			try {
				await upload(files, folder, await droppedOf(transfer));
			} catch (error) {
				void showErrorMessage(explain(error));
			} finally {
				changed.fire(folder);
			}
		},
	};
	const view = vscode.window.createTreeView(filesViewId, {
		treeDataProvider: provider,
		canSelectMany: true,
		showCollapseAll: true,
		dragAndDropController: dragAndDrop,
	});
	const seeing = view.onDidChangeVisibility(({ visible }) => (visible ? void askAgain() : waiting?.abort()));
	const tell = (): void => void vscode.commands.executeCommand("setContext", `${filesViewId}.isOpen`, roots.length > 0);
	const listening = onDidChangeFile((events) => {
		for (const path of new Set(events.map(({ uri }) => uri.with({ path: folderOf(uri.path) }).toString()))) refreshFolder(vscode.Uri.parse(path));
	});
	return {
		files,
		roots,
		get selection() {
			return view.selection;
		},
		async open(place, name, path = "/") {
			const uri = uriOf(place, "/");
			const id = uri.toString();
			let root = known.get(id);
			if (!root) {
				const isReadOnly = (await (await files.docker()).files.readOnly(place, "/")) !== undefined;
				root = { kind: "files-root", id, uri, place, of: name, parent: undefined, entry: undefined, isReadOnly };
				known.set(id, root);
				roots.push(root);
				changed.fire(undefined);
			}
			await vscode.commands.executeCommand("setContext", `${filesViewId}.isOpen`, true);
			await vscode.commands.executeCommand(`${filesViewId}.focus`);
			let node = root;
			for (const part of path.split("/").filter(Boolean)) {
				const entry = await (await files.docker()).files.stat(place, joinPath(node.uri.path, part));
				node = nodeOf(node, entry);
			}
			await view.reveal(node, { expand: isFolder(node), focus: true, select: true });
		},
		close(node) {
			const at = roots.indexOf(node);
			if (at >= 0) roots.splice(at, 1);
			for (const folder of unreached.keys()) if (folder.uri.authority === node.uri.authority && folder.uri.scheme === node.uri.scheme) unreached.delete(folder);
			for (const [id, { uri }] of known) if (uri.authority === node.uri.authority && uri.scheme === node.uri.scheme) known.delete(id);
			tell();
			changed.fire(undefined);
		},
		async upload(folder, sources) {
			try {
				await upload(files, folder, sources);
			} finally {
				changed.fire(folder);
			}
		},
		download: (nodes, target, as) => download(files, nodes, target, as),
		refresh: (node) => changed.fire(node && (isRemark(node) ? node.parent : node)),
		showMore({ parent, left }) {
			if (!parent) return;
			if (left === undefined) patient.add(parent.id);
			else shown.set(parent.id, (shown.get(parent.id) ?? page) + page);
			changed.fire(parent);
		},
		dispose() {
			unreached.clear();
			waiting?.abort();
			vscode.Disposable.from(view, seeing, listening, changed).dispose();
		},
	};
}

const isLikeFolder = ({ kind, leadsTo }: FileEntry): boolean => kind === "folder" || leadsTo === "folder";

type Translate = typeof vscode.l10n.t;

function itemOf(node: FileNode, t: Translate): vscode.TreeItem {
	const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
	if (node.kind === "more") {
		const label = node.left === undefined ? t("Not all was read, for the folder is large: read on") : t("{0} more", node.left);
		const item = new vscode.TreeItem(label, None);
		item.id = node.id;
		item.iconPath = new vscode.ThemeIcon("ellipsis");
		item.contextValue = contextOfFile(node);
		item.command = { command: "hullwright.files.showMore", title: label, arguments: [node] };
		return item;
	}
	if (node.kind === "failed") {
		const item = new vscode.TreeItem(node.words ?? "", None);
		item.id = node.id;
		item.iconPath = new vscode.ThemeIcon("error");
		item.tooltip = node.words ?? "";
		item.contextValue = contextOfFile(node);
		item.command = { command: "hullwright.files.refresh", title: t("Try Again"), arguments: [node.parent] };
		return item;
	}
	const { entry, uri, place, of } = node;
	if (!entry) {
		const item = new vscode.TreeItem(of, Expanded);
		item.id = node.id;
		item.iconPath = new vscode.ThemeIcon({ container: "vm", image: "package", volume: "database" }[place.of]);
		item.contextValue = contextOfFile(node);
		if (node.isReadOnly) item.description = t("read-only");
		item.accessibilityInformation = { label: node.isReadOnly ? t("Files of {0}, read-only", of) : t("Files of {0}", of) };
		return item;
	}
	const folder = isFolder(node);
	const item = new vscode.TreeItem(plainText(entry.name) || "?", folder ? Collapsed : None);
	item.id = node.id;
	item.resourceUri = uri;
	if (!folder && entry.kind !== "file" && entry.leadsTo !== "file") item.iconPath = new vscode.ThemeIcon(entry.kind === "link" ? "warning" : "circuit-board");
	const target = entry.kind === "link" ? [linkText(entry, t)] : [];
	const size = entry.kind === "file" ? [sizeText(entry.size)] : entry.kind === "other" ? [t("device or socket")] : [];
	item.description = [...target, ...size].join(" · ");
	item.tooltip = [
		plainText(uri.path, 1_000),
		[modeText(entry.mode), ...(entry.owner === undefined ? [] : [`${entry.owner}:${entry.group ?? ""}`])].join(" "),
		new Date(entry.modified).toLocaleString(),
	].join("\n");
	item.contextValue = contextOfFile(node);
	item.accessibilityInformation = { label: [plainText(entry.name), ...target, ...size].join(", ") };
	if (!folder && entry.kind !== "other") item.command = { command: "vscode.open", title: t("Open"), arguments: [uri] };
	return item;
}

function linkText({ leadsTo, target }: FileEntry, t: Translate): string {
	if (!leadsTo) return `→ ${t("leads nowhere")}`;
	return target === undefined ? t("link") : `→ ${plainText(target)}`;
}

/** Files that were dropped: those that have a place, and those of a browser, which have only a content. */
async function droppedOf(transfer: vscode.DataTransfer): Promise<readonly (vscode.Uri | vscode.DataTransferFile)[]> {
	const list = (await transfer.get("text/uri-list")?.asString()) ?? "";
	const uris = list
		.split(/\r?\n/)
		.filter((line) => line && !line.startsWith("#"))
		.map((line) => vscode.Uri.parse(line, true));
	if (uris.length > 0) return uris;
	return [...transfer].flatMap(([, item]) => item.asFile() ?? []);
}
