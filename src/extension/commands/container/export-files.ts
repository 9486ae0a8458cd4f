import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { Container } from "../../../docker/resources/container.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { canBeChanged } from "../../explorer/container-state.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";
import { setStatusBarMessage, withProgress } from "../../window.ts";

export default {
	id: "hullwright.container.exportFiles",
	title: "Export Files…",
	menus: [onRows("containers", { rows: "^container (running|paused|restarting|stopped)", group: "1_file@2", within: "save" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: t("Container whose files to export"),
			suits: canBeChanged,
			none: t("There are no containers."),
		});
		if (!container) return;
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		const name = `${container.name.replace(/[^\w.-]+/g, "-")}.tar`;
		const target = await vscode.window.showSaveDialog({
			title: t("Export All Files of {0}", container.name),
			filters: { tar: ["tar"] },
			...(folder?.uri.scheme === "file" && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
		});
		if (!target) return;
		if (target.scheme !== "file") throw new Error(t("The files can only be written to a disk of the machine on which Hullwright runs."));
		if (await exportTo(docker, container, target)) setStatusBarMessage(t("The files of {0} are in {1}.", container.name, target.fsPath), 8000);
	},
} satisfies Command;

/** False where the user has cancelled it. */
async function exportTo(docker: Docker, container: Container, target: vscode.Uri): Promise<boolean> {
	const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Exporting the files of {0}", container.name), cancellable: true };
	return withProgress(options, async (progress, cancelled) => {
		const ending = new AbortController();
		const listening = cancelled.onCancellationRequested(() => ending.abort());
		let shown = "";
		const tell = (bytes: number): void => {
			const message = sizeText(bytes);
			if (message !== shown) progress.report({ message });
			shown = message;
		};
		try {
			await docker.containers.exportFiles(container, target.fsPath, tell, ending.signal);
			return true;
		} catch (error) {
			if (ending.signal.aborted) return false;
			throw error;
		} finally {
			listening.dispose();
		}
	});
}
