import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";

export default {
	id: "hullwright.files.showMore",
	title: "Show More Files",
	enablement: "hullwright.files.isOpen",
	async run(services, clicked?: FileNode) {
		const view = await services.files.view();
		const node = clicked ?? view.selection.find(({ kind }) => kind === "more");
		if (node?.kind === "more") view.showMore(node);
	},
} satisfies Command;
