import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { showInspection } from "./inspection.ts";
import { imagesFor, type Target } from "./targets.ts";

export const inspectImage: Command = {
	id: "hullwright.image.inspect",
	async run(services, clicked?: Target) {
		for (const { image, reference } of await imagesFor(await services.docker(), clicked, undefined, vscode.l10n.t("Images to inspect"))) {
			await showInspection("image", image.id, reference);
		}
	},
};
