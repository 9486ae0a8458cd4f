import * as vscode from "vscode";
import { plainText } from "../../../docker/plain-text.ts";
import { sizeText } from "../../../engine/text/size.ts";
import type { Command } from "../command.ts";
import { longTask } from "../long-task.ts";
import { onRows } from "../menus.ts";
import { whyNoName } from "../resource-names.ts";
import { volumesFor } from "../rows-for.ts";
import type { Target } from "../targets.ts";
import { pausing } from "./pausing.ts";
import { showInputBox } from "../../window.ts";

export default {
	id: "hullwright.volume.clone",
	title: "Clone Volume…",
	icon: "copy",
	needsTrust: true,
	menus: [onRows("volumes", { rows: "^volume ", group: "4_files@2" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const [node] = await volumesFor(docker, clicked, undefined, { placeholder: t("Volume to clone"), none: t("There are no volumes.") });
		if (!node) return;
		const { volume, users } = node;
		const taken = t("There is a volume of this name; remove it first, or choose another name");
		const to = await showInputBox({
			title: t("Clone Volume"),
			prompt: t("Name of the copy of {0}", plainText(volume.id)),
			value: volume.isAnonymous ? "" : `${volume.id}-copy`,
			validateInput: (text) => whyNoName(text) ?? (docker.model.volumes.has(text.trim()) ? taken : undefined),
		});
		if (!to?.trim()) return;
		await pausing(docker, users, (during) =>
			longTask(t("Cloning {0}", plainText(volume.id)), (signal, report) =>
				during(() => docker.volumes.clone(volume.id, to.trim(), signal, (bytes) => report(sizeText(bytes), bytes, volume.size))),
			),
		);
	},
} satisfies Command;
