import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { shownIn } from "../long-task.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";
import { whyNoReference } from "./reference-input.ts";
import { showInputBox } from "../../window.ts";

export default {
	id: "hullwright.image.tag",
	title: "Tag Image…",
	icon: "tag",
	needsTrust: true,
	menus: [onRows("images", { rows: "^image ", group: "3_change@3" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const [target] = await imagesFor(docker, clicked, undefined, t("Image to tag"));
		if (!target) return;
		const { reference, image } = target;
		const value = image.tags.length > 0 ? reference : "";
		const name = await showInputBox({
			title: t("Tag Image"),
			prompt: t("One more name for {0}", reference),
			value,
			validateInput: whyNoReference,
		});
		if (name?.trim() && name.trim() !== reference) await shownIn("images", () => docker.images.tag(image.id, name.trim()));
	},
} satisfies Command;
