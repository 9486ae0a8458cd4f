import * as vscode from "vscode";
import { sizeText } from "../../../engine/text/size.ts";
import type { Command } from "../command.ts";
import { longTask, pathOf } from "../long-task.ts";
import { onTitle } from "../menus.ts";
import { whyNoReference } from "./reference-input.ts";
import { showInputBox } from "../../window.ts";

export default {
	id: "hullwright.image.import",
	title: "Import Files as Image…",
	needsTrust: true,
	menus: [onTitle("images", "4_files@2")],
	async run(services) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const title = t("Import Files as Image");
		const options = { title, openLabel: t("Import"), filters: { [t("Archives")]: ["tar", "gz", "tgz", "bz2", "xz"], [t("All Files")]: ["*"] } };
		const [file] = (await vscode.window.showOpenDialog(options)) ?? [];
		if (!file) return;
		const path = pathOf(file);
		const prompt = t("Name of the image that is made of the files in the archive");
		const reference = await showInputBox({ title, prompt, validateInput: whyNoReference });
		if (!reference?.trim()) return;
		const id = await longTask(t("Importing {0}", path), (signal, report) =>
			docker.images.import(path, reference.trim(), signal, (bytes, of) => report(t("{0} of {1}", sizeText(bytes), sizeText(of)), bytes, of)),
		);
		if (id !== undefined) await docker.connection.check();
	},
} satisfies Command;
