import { filesChosen, folderOfNode } from "../../files/chosen.ts";
import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { onRows, onTitle } from "../menus.ts";

export default {
	id: "hullwright.files.refresh",
	title: "Refresh Files",
	icon: "refresh",
	enablement: "hullwright.files.isOpen",
	menus: [onTitle("files", "navigation@1"), onRows("files", { rows: "^(folder|files-root) ", group: "8_again@1" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const view = await services.files.view();
		if (clicked) for (const node of filesChosen(view, clicked, selected)) view.refresh(folderOfNode(node));
		else view.refresh();
	},
} satisfies Command;
