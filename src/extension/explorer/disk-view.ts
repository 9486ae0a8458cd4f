import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { DiskUsage } from "../../docker/disk-usage.ts";
import { diskItems, diskRows, lookOfDisk, type DiskNode } from "./disk.ts";
import { withProgress } from "../window.ts";

/** The view of what takes space on the engine's disk. It is measured when the view is opened and when somebody asks, never by itself. */
export type DiskView = vscode.Disposable & {
	/** Measures anew, now or when the view is seen next; the rows stay until the answer is there. */
	measure(): Promise<void>;
};

export function createDiskView(connect: () => Promise<Docker>): DiskView {
	const changed = new vscode.EventEmitter<void>();
	let usage: DiskUsage | undefined;
	let measuring: Promise<void> | undefined;
	let url: string | undefined;
	let listening: (() => void) | undefined;

	const view = vscode.window.createTreeView<DiskNode>("hullwright.disk", {
		treeDataProvider: {
			onDidChangeTreeData: changed.event,
			async getChildren(node) {
				if (node) return node.kind === "disk" && usage ? [...diskItems(usage, node.of)] : [];
				if (!usage) await (measuring ??= ask());
				return usage ? [...diskRows()] : [];
			},
			getTreeItem(node) {
				if (!usage) return new vscode.TreeItem("");
				const { label, description, icon, context, spoken } = lookOfDisk(node, usage, vscode.l10n.t);
				const hasItems = node.kind === "disk" && diskItems(usage, node.of).length > 0;
				const { Collapsed, None } = vscode.TreeItemCollapsibleState;
				const item = new vscode.TreeItem(label, hasItems ? Collapsed : None);
				return Object.assign(item, {
					id: node.id,
					description,
					iconPath: new vscode.ThemeIcon(icon),
					contextValue: context,
					accessibilityInformation: { label: spoken },
					// A class is opened by it; what builds have left has no row elsewhere.
					...(node.kind === "disk-item" &&
						node.of !== "buildCache" && { command: { command: "hullwright.disk.show", title: vscode.l10n.t("Show"), arguments: [node] } }),
				});
			},
		},
		showCollapseAll: true,
	});

	/** Never rejects: an engine that is away is told by the view's welcome text, and asked once it is back. */
	async function ask(): Promise<void> {
		try {
			const docker = await connect();
			listening ??= docker.onChange((change) => {
				if (change.of !== "connection") return;
				const { status } = docker.connection;
				const now = status.kind === "connected" ? status.endpoint.url : undefined;
				if (now === undefined || (usage && now === url)) return;
				// What was measured of another engine is forgotten.
				usage = undefined;
				if (!measuring) changed.fire();
			});
			usage = await withProgress({ location: { viewId: "hullwright.disk" } }, () => docker.system.diskUsage());
			const { status } = docker.connection;
			url = status.kind === "connected" ? status.endpoint.url : undefined;
			view.description = vscode.l10n.t("at {0}", new Date().toLocaleTimeString());
		} catch {
			usage = undefined;
			view.description = "";
		} finally {
			measuring = undefined;
		}
	}

	return {
		async measure() {
			// Nobody looks: it is asked when somebody does.
			if (!view.visible) usage = undefined;
			else await (measuring ??= ask());
			changed.fire();
		},
		dispose() {
			listening?.();
			vscode.Disposable.from(changed, view).dispose();
		},
	};
}
