import * as vscode from "vscode";
import { sizeText } from "../../../engine/text/size.ts";
import type { Command } from "../command.ts";
import { longTask, pathOf } from "../long-task.ts";
import { onTitle } from "../menus.ts";
import { showInformationMessage } from "../../window.ts";

export default {
	id: "hullwright.image.load",
	title: "Load Images from File…",
	needsTrust: true,
	menus: [onTitle("images", "4_files@1")],
	async run(services) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const options = { title: t("Load Images"), openLabel: t("Load"), filters: { [t("Archives")]: ["tar", "gz", "tgz"], [t("All Files")]: ["*"] } };
		const [file] = (await vscode.window.showOpenDialog(options)) ?? [];
		if (!file) return;
		const path = pathOf(file);
		const loaded = await longTask(t("Loading {0}", path), (signal, report) =>
			docker.images.load(path, signal, (bytes, of) => report(t("{0} of {1}", sizeText(bytes), sizeText(of)), bytes, of)),
		);
		if (!loaded) return;
		await docker.connection.check();
		void showInformationMessage(loaded.length > 0 ? t("Loaded: {0}", loaded.join(", ")) : t("There were no images in {0}.", path));
	},
} satisfies Command;
