import { join } from "node:path";
import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { sizeText } from "../../engine/text/size.ts";
import type { Services } from "./command.ts";
import { fileNameOf, longTask, pathOf } from "./long-task.ts";

/** Before volumes go: each into a file of its own in a folder that is asked for; once that is known, `before` ends what writes into them. True only where all are there; then they may go. */
export async function saveVolumesFirst({ log }: Services, docker: Docker, names: readonly string[], before?: () => Promise<void>): Promise<boolean> {
	const { t } = vscode.l10n;
	const options = { canSelectFiles: false, canSelectFolders: true, openLabel: t("Save Here"), title: t("Folder for the Volumes' Files") };
	const [folder] = (await vscode.window.showOpenDialog(options)) ?? [];
	if (!folder) return false;
	await before?.();
	const files = names.map((name) => join(pathOf(folder), `${fileNameOf(name)}.tar.gz`));
	const saved = await longTask(t("Saving volumes"), async (signal, report) => {
		for (const [index, name] of names.entries()) {
			await docker.volumes.save(name, files[index] ?? "", signal, (bytes) => report(`${name}: ${sizeText(bytes)}`, index, names.length));
		}
		return true;
	});
	if (saved) log.info(`volumes are saved: ${files.join(", ")}`);
	return saved ?? false;
}
