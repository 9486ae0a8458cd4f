import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import { isImageNode } from "../../explorer/kinds/image.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { imageNameFor } from "../targets.ts";

export default {
	id: "hullwright.image.run",
	title: "Run…",
	icon: "play",
	needsTrust: true,
	menus: [onRows("images", { rows: "^image ", group: "inline@1" }), onRows("images", { rows: "^image ", group: "1_state@1" })],
	async run(services, clicked?: Node | string) {
		const docker = await services.docker();
		const image =
			typeof clicked === "string"
				? clicked
				: clicked && isImageNode(clicked)
					? clicked.reference
					: await imageNameFor(docker, vscode.l10n.t("Image to run; one that is not here yet can be typed"));
		if (image) await (await services.runForms()).run(image);
	},
} satisfies Command;
