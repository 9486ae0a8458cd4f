import * as vscode from "vscode";
import { plainText } from "../../../docker/plain-text.ts";
import { sizeText } from "../../../engine/text/size.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { fileNameOf, inWorkspace, longTask, pathOf } from "../long-task.ts";
import { onRows } from "../menus.ts";
import { volumesFor } from "../rows-for.ts";
import type { Target } from "../targets.ts";
import { pausing } from "./pausing.ts";

export default {
	id: "hullwright.volume.save",
	title: "Save Volume to File…",
	icon: "save",
	needsTrust: true,
	menus: [onRows("volumes", { rows: "^volume ", orAmong: "^volume ", group: "4_files@1" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const question = { placeholder: t("Volume to save to a file"), none: t("There are no volumes.") };
		for (const { volume, users } of await volumesFor(docker, clicked, selected, question)) {
			const name = plainText(volume.id);
			const target = await vscode.window.showSaveDialog({
				title: t("Save {0}; a name that ends in .gz is compressed", name),
				...inWorkspace(`${fileNameOf(name)}.tar.gz`),
				filters: { [t("Archives")]: ["tar.gz", "tgz", "tar"] },
			});
			if (!target) return;
			const path = pathOf(target);
			const saved = await pausing(docker, users, (during) =>
				longTask(t("Saving {0}", name), async (signal, report) => {
					await during(() => docker.volumes.save(volume.id, path, signal, (bytes) => report(sizeText(bytes), bytes, volume.size)));
					return true;
				}),
			);
			if (!saved) return;
			services.log.info(`saved the volume ${name} to ${path}`);
		}
	},
} satisfies Command;
