import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";

export default {
	id: "hullwright.files.close",
	title: "Close Files",
	icon: "close",
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^files-root", group: "inline@9" }), onRows("files", { rows: "^files-root", group: "9_close@1" })],
	async run(services, clicked?: FileNode) {
		const view = await services.files.view();
		for (const root of clicked ? [clicked] : [...view.roots]) view.close(root);
	},
} satisfies Command;
