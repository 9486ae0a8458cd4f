import * as vscode from "vscode";
import type { Place } from "../../../docker/files/entry.ts";
import { plainText } from "../../../docker/plain-text.ts";
import { shortId } from "../../explorer/kind.ts";
import { isImageNode } from "../../explorer/kinds/image.ts";
import type { VolumeNode } from "../../explorer/kinds/volume.ts";
import type { Command, Services } from "../command.ts";
import { notDead, onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.files.browse",
	title: "Browse Files",
	icon: "folder-opened",
	menus: [
		onRows("containers", { rows: notDead, group: "2_look@7" }),
		onRows("images", { rows: "^image ", group: "2_look@4" }),
		onRows("volumes", { rows: "^volume ", group: "2_look@2" }),
	],
	async run(services, clicked?: Target) {
		const found = await placeFor(services, clicked);
		if (found) await (await services.files.view()).open(found.place, found.name);
	},
} satisfies Command;

/** The container, image or volume of the row; asks for a container where there is none. */
export async function placeFor(
	services: Services,
	clicked: Target,
	placeholder = vscode.l10n.t("Container whose files to browse"),
): Promise<{ readonly place: Place; readonly name: string } | undefined> {
	if (clicked && typeof clicked !== "string") {
		if (isImageNode(clicked)) {
			const name = clicked.image.tags.length > 0 ? clicked.reference : shortId(clicked.image.id);
			return { place: { of: "image", id: clicked.image.id }, name };
		}
		if (clicked.kind === "volume") {
			const { id } = (clicked as VolumeNode).volume;
			return { place: { of: "volume", id }, name: plainText(id) };
		}
	}
	const container = await containerFor(await services.docker(), clicked, { placeholder });
	return container && { place: { of: "container", id: container.id }, name: container.name };
}
