import * as vscode from "vscode";
import { sizeText } from "../../../engine/text/size.ts";
import type { Command } from "../command.ts";
import { longTask, pathOf } from "../long-task.ts";
import { onTitle } from "../menus.ts";
import { whyNoName } from "../resource-names.ts";
import { showInputBox } from "../../window.ts";

export default {
	id: "hullwright.volume.restore",
	title: "Make Volume from File…",
	needsTrust: true,
	menus: [onTitle("volumes", "4_files@1")],
	async run(services) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const title = t("Make a Volume from a File");
		const options = { title, openLabel: t("Take"), filters: { [t("Archives")]: ["tar.gz", "gz", "tgz", "tar"], [t("All Files")]: ["*"] } };
		const [file] = (await vscode.window.showOpenDialog(options)) ?? [];
		if (!file) return;
		const path = pathOf(file);
		const taken = t("There is a volume of this name; remove it first, or choose another name");
		const name = await showInputBox({
			title,
			prompt: t("Name of the new volume"),
			value: (path.split(/[\\/]/).at(-1) ?? "").replace(/\.(?:tar|tgz|gz).*$/, ""),
			validateInput: (text) => whyNoName(text) ?? (docker.model.volumes.has(text.trim()) ? taken : undefined),
		});
		if (!name?.trim()) return;
		await longTask(t("Filling {0}", name), (signal, report) =>
			docker.volumes.restore(name.trim(), path, signal, (bytes, of) => report(t("{0} of {1}", sizeText(bytes), sizeText(of)), bytes, of)),
		);
	},
} satisfies Command;
