import * as vscode from "vscode";
import { fullReference } from "../../../engine/image/reference.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.copyFullTag",
	title: "Copy Full Tag",
	menus: [onRows("images", { rows: "^image .*tagged", orAmong: "^image ", group: "2_more@1", within: "copy" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const targets = await imagesFor(await services.docker(), clicked, selected, vscode.l10n.t("Images whose full tag to copy"));
		const tags = targets.filter(({ image }) => image.tags.length > 0).map(({ reference }) => fullReference(reference));
		if (tags.length > 0) await vscode.env.clipboard.writeText(tags.join("\n"));
	},
} satisfies Command;
