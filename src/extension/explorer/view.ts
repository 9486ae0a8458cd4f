import * as vscode from "vscode";
import type { Explorer } from "./explorer.ts";
import type { Node } from "./kind.ts";

/** A view of the explorer before anybody has seen it; all that it shows is loaded when it is opened. */
export type ExplorerView = {
	/** As the manifest has it. */
	readonly id: string;
	readonly view: vscode.TreeView<Node>;
	/** Loads what fills it, where that has not been done. */
	explorer(): Promise<Explorer>;
	dispose(): void;
};

export type Changed = vscode.EventEmitter<Node[] | undefined>;

export function createExplorerView(
	id: string,
	{ hasLevels, load }: { readonly hasLevels: boolean; readonly load: (view: vscode.TreeView<Node>, changed: Changed) => Promise<Explorer> },
): ExplorerView {
	const changed: Changed = new vscode.EventEmitter();
	let loading: Promise<Explorer> | undefined;
	let loaded: Explorer | undefined;
	const explorer = (): Promise<Explorer> =>
		(loading ??= load(view, changed).then((made) => {
			loaded = made;
			return made;
		}));
	// Rows are asked for once there are some, and then it is loaded.
	const view = vscode.window.createTreeView<Node>(id, {
		treeDataProvider: {
			onDidChangeTreeData: changed.event,
			getChildren: async (node) => (await explorer()).getChildren(node),
			getParent: (node) => loaded?.getParent(node),
			getTreeItem: (node) => loaded?.getTreeItem(node) ?? new vscode.TreeItem(""),
			resolveTreeItem: (item, node) => loaded?.resolveTreeItem(item, node),
		},
		canSelectMany: true,
		showCollapseAll: hasLevels,
	});
	return {
		id,
		view,
		explorer,
		dispose() {
			loaded?.dispose();
			changed.dispose();
			view.dispose();
		},
	};
}
