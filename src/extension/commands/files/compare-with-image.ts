import * as vscode from "vscode";
import { isDockerError } from "../../../docker/errors.ts";
import { plainText } from "../../../docker/plain-text.ts";
import { filesChosen } from "../../files/chosen.ts";
import type { FileNode } from "../../files/file-node.ts";
import { uriOf } from "../../files/places.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";

export default {
	id: "hullwright.files.compareWithImage",
	title: "Compare with File in Image",
	icon: "diff",
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^file container", group: "2_look@1" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const { t } = vscode.l10n;
		const [node] = filesChosen(await services.files.view(), clicked, selected);
		if (!node) return;
		if (node.place.of !== "container") throw new Error(t("Only files of a container have an image to be compared with."));
		const { containers, files } = await services.docker();
		const { Image = "" } = (await containers.settings(node.place.id)) as { readonly Image?: string };
		const image = { of: "image" as const, id: Image };
		try {
			await files.stat(image, node.uri.path);
		} catch (error) {
			if (!isDockerError(error) || error.kind !== "missing") throw error;
			throw new Error(t("The image has no {0}: it was made in the container, or is mounted there.", plainText(node.uri.path, 200)), { cause: error });
		}
		const title = t("{0} (image ↔ {1})", plainText(node.entry?.name), node.of);
		await vscode.commands.executeCommand("vscode.diff", uriOf(image, node.uri.path), node.uri, title);
	},
} satisfies Command;
