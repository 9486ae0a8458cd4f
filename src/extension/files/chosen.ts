import * as vscode from "vscode";
import { isWithin } from "../../docker/files/entry.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { Target } from "../commands/targets.ts";
import { type FileNode, isFolder, isRemark } from "./file-node.ts";
import type { FilesView } from "./files-view.ts";
import { showInputBox } from "../window.ts";

/** The rows of the view of files that a command is to act on: those that were clicked or are selected. Asks for none: a file is found in the view. */
export function filesChosen(view: FilesView, clicked: FileNode | Target, selected: readonly FileNode[] | undefined): readonly FileNode[] {
	const nodes = isFileNode(clicked) ? (selected?.includes(clicked) ? selected : [clicked]) : view.selection;
	const chosen = nodes.filter((node) => !isRemark(node));
	if (chosen.length === 0) throw new Error(vscode.l10n.t("Select a file in the view Files first; Browse Files on a container, an image or a volume opens it."));
	return chosen;
}

/** Without those that go with a folder that is chosen as well. */
export const withoutInner = (nodes: readonly FileNode[]): readonly FileNode[] =>
	nodes.filter(
		(node) =>
			!nodes.some(
				(other) =>
					other !== node && other.uri.scheme === node.uri.scheme && other.uri.authority === node.uri.authority && isWithin(node.uri.path, other.uri.path),
			),
	);

/** The folder of the row, or the one in which the file of the row is. */
export const folderOfNode = (node: FileNode): FileNode => (isFolder(node) ? node : (node.parent ?? node));

const isFileNode = (node: FileNode | Target): node is FileNode => typeof node === "object" && "uri" in node && "place" in node;

/** Asks for the name of something in a folder. */
export function askForName({ files }: FilesView, folder: vscode.Uri, title: string, value = ""): Thenable<string | undefined> {
	const { t } = vscode.l10n;
	// What cannot be listed is told once it is tried.
	const taken = files.readDirectory(folder).then(
		(entries) => new Set(entries.map(([name]) => name)),
		() => new Set<string>(),
	);
	const dot = value.lastIndexOf(".");
	return showInputBox({
		title,
		value,
		...(dot > 0 && { valueSelection: [0, dot] as [number, number] }),
		async validateInput(name) {
			if (name === "" || name === "." || name === ".." || name.includes("/") || name.includes("\0")) return t("A name is not empty and has no slash.");
			return name !== value && (await taken).has(name) ? t("“{0}” is there already.", plainText(name)) : undefined;
		},
	});
}
