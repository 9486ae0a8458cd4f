import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { PassThrough } from "node:stream";
import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { Container } from "../../../docker/resources/container.ts";
import { makeLogWriter } from "../../logs/log-writer.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.saveLogs",
	title: "Save Logs…",
	icon: "save",
	menus: [onRows("containers", { rows: "^container ", group: "1_file@1", within: "save" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: t("Container whose logs to save"),
			suits: () => true,
			none: t("There are no containers."),
		});
		if (!container) return;
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		const name = `${container.name.replace(/[^\w.-]+/g, "-")}.log`;
		const target = await vscode.window.showSaveDialog({
			title: t("Save Logs of {0}", container.name),
			...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
		});
		if (!target) return;
		const options = { location: vscode.ProgressLocation.Notification, title: t("Saving the logs of {0}", container.name), cancellable: true };
		const length = await vscode.window.withProgress(options, (_progress, cancelled) => save(docker, container, target, cancelled));
		if (length === undefined) return;
		if (length === 0) {
			void vscode.window.showInformationMessage(t("{0} has written nothing, so the saved file is empty.", container.name));
			return;
		}
		const opened = t("Open");
		if ((await vscode.window.showInformationMessage(t("The logs of {0} are saved, each line with its time.", container.name), opened)) === opened)
			await vscode.window.showTextDocument(target);
	},
} satisfies Command;

/** All lines, each with its time, which nobody can add later. How many characters they have; undefined where it was cancelled. */
async function save(docker: Docker, container: Container, target: vscode.Uri, cancelled: vscode.CancellationToken): Promise<number | undefined> {
	const ending = new AbortController();
	const listening = cancelled.onCancellationRequested(() => ending.abort());
	const writer = makeLogWriter({ hasTimes: true, lineEnd: "\n", formatTime: (time) => time });
	const text = new PassThrough();
	let length = 0;
	const written = target.scheme === "file" ? pipeline(text, createWriteStream(target.fsPath)) : collect(text, target);
	try {
		const write = (lines: string): void => {
			length += lines.length;
			text.write(lines);
		};
		await docker.containers.readLogs(container, (stream, part, time) => write(withoutColours(writer.write(stream, part, time))), ending.signal);
		text.end();
		await written;
		return length;
	} catch (error) {
		text.destroy();
		await written.catch(() => {});
		if (ending.signal.aborted) return undefined;
		throw error;
	} finally {
		listening.dispose();
	}
}

/** For file systems that only VS Code knows. */
async function collect(text: PassThrough, target: vscode.Uri): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of text) chunks.push(chunk as Buffer);
	await vscode.workspace.fs.writeFile(target, Buffer.concat(chunks));
}

const withoutColours = (text: string): string => text.replace(/\x1b\[[\d;:]*m/g, "");
