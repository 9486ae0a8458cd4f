import * as vscode from "vscode";
import { sizeText } from "../../../engine/text/size.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { fileNameOf, inWorkspace, longTask, pathOf } from "../long-task.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.save",
	title: "Save Image to File…",
	icon: "save",
	menus: [onRows("images", { rows: "^image ", orAmong: "^image ", group: "4_files@1" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const targets = await imagesFor(docker, clicked, selected, t("Images to save into one file"));
		const [first] = targets;
		if (!first) return;
		const target = await vscode.window.showSaveDialog({
			title: t("Save Image; a name that ends in .gz is compressed"),
			...inWorkspace(`${fileNameOf(first.reference.replace(/^sha256:(.{12}).*/, "$1"))}.tar`),
			filters: { [t("Archives")]: ["tar", "tar.gz", "tgz"] },
		});
		if (!target) return;
		const path = pathOf(target);
		const all = targets.reduce((total, { image }) => total + image.size, 0);
		const references = targets.map(({ reference }) => reference);
		const saved = await longTask(t("Saving {0}", references.join(", ")), async (signal, report) => {
			await docker.images.save(references, path, signal, (bytes) => report(sizeText(bytes), bytes, all));
			return true;
		});
		if (saved) services.log.info(`saved ${references.join(", ")} to ${path}`);
	},
} satisfies Command;
