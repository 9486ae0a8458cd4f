// An extension that has its rows ready: what VS Code itself takes to show so many.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";

const manifest = {
	name: "bare-view",
	publisher: "bench",
	version: "1.0.0",
	engines: { vscode: "^1.100.0" },
	main: "main.js",
	activationEvents: ["onStartupFinished"],
	contributes: {
		viewsContainers: { activitybar: [{ id: "bare", title: "Bare", icon: "icon.svg" }] },
		views: { bare: [{ id: "bare.rows", name: "Rows" }] },
	},
};

/** As ours has them: two open groups with two rows each, ten folded ones, and the rest beside them. */
const main = (count) => `
const vscode = require("vscode");
const row = (name, children) => ({ name, children });
const two = (name) => [row(name + "-one"), row(name + "-two")];
const roots = [row("a", two("a")), row("b", two("b")), ...Array.from({ length: 10 }, (_, index) => row("project-" + index, two("c" + index))),
	...Array.from({ length: ${Math.round(count * 0.8)} }, (_, index) => row("container-" + index))];
exports.activate = () => {
	const getTreeItem = ({ name, children }) => {
		const item = new vscode.TreeItem(name, !children ? 0 : name.length > 1 ? 1 : 2);
		item.id = "row:" + name;
		item.description = "created · busybox:test";
		item.contextValue = "container created";
		item.iconPath = new vscode.ThemeIcon("circle-outline", new vscode.ThemeColor("charts.red"));
		item.accessibilityInformation = { label: name + ", created, busybox:test" };
		return item;
	};
	vscode.window.createTreeView("bare.rows", { canSelectMany: true, showCollapseAll: true,
		treeDataProvider: { getTreeItem, getChildren: (node) => node ? node.children : roots, getParent: () => undefined } });
};
`;

/** Packs it into the folder, and tells where. */
export async function packBareView(folder, count) {
	const source = join(folder, "bare-view");
	await mkdir(source, { recursive: true });
	const files = {
		"package.json": JSON.stringify(manifest),
		"main.js": main(count),
		"icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
		"README.md": "Rows.",
	};
	for (const [name, text] of Object.entries(files)) await writeFile(join(source, name), text);
	const packagePath = join(folder, "bare-view.vsix");
	await createVSIX({ cwd: source, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true });
	return packagePath;
}
