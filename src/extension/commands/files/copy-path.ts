import * as vscode from "vscode";
import { filesChosen } from "../../files/chosen.ts";
import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";

export default {
	id: "hullwright.files.copyPath",
	title: "Copy Path of File",
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(file|folder|device) ", orAmong: "^(file|folder|device) ", group: "5_copy@1" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const nodes = filesChosen(await services.files.view(), clicked, selected);
		await vscode.env.clipboard.writeText(nodes.map(({ uri }) => uri.path).join("\n"));
	},
} satisfies Command;
