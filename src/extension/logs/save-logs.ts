import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { makeMerger } from "../../docker/logs/merge.ts";
import type { Container } from "../../docker/resources/container.ts";
import { fileNameOf, inWorkspace } from "../commands/long-task.ts";
import { makeLogWriter, type LogWriter } from "./log-writer.ts";
import { showInformationMessage, withProgress } from "../window.ts";

/** Asks where to; undefined where the user wants it nowhere. */
const askForLogFile = (name: string): Thenable<vscode.Uri | undefined> =>
	vscode.window.showSaveDialog({ title: vscode.l10n.t("Save Logs of {0}", name), ...inWorkspace(`${fileNameOf(name)}.log`) });

/** All that the engine has of these containers, in the order of its times, which nobody can add later. Asks where to, and says what has come of it. */
export async function saveLogs(docker: Docker, containers: readonly Container[], name: string): Promise<void> {
	const { t } = vscode.l10n;
	const target = await askForLogFile(name);
	if (!target) return;
	const options = { location: vscode.ProgressLocation.Notification, title: t("Saving the logs of {0}", name), cancellable: true };
	const length = await withProgress(options, (_progress, cancelled) => write(docker, containers, target, cancelled));
	if (length === undefined) return;
	if (length === 0) {
		void showInformationMessage(t("{0} has written nothing, so the saved file is empty.", name));
		return;
	}
	const opened = t("Open");
	if ((await showInformationMessage(t("The logs of {0} are saved, each line with its time.", name), opened)) === opened)
		await vscode.window.showTextDocument(target);
}

/** What a page shows, as it is. Asks where to. */
export async function saveText(text: string, name: string): Promise<void> {
	const target = await askForLogFile(name);
	if (!target) return;
	await vscode.workspace.fs.writeFile(target, Buffer.from(text));
	const opened = vscode.l10n.t("Open");
	if ((await showInformationMessage(vscode.l10n.t("What is shown of {0} is saved.", name), opened)) === opened) await vscode.window.showTextDocument(target);
}

/** How many characters there were; undefined where it was cancelled. */
async function write(docker: Docker, containers: readonly Container[], target: vscode.Uri, cancelled: vscode.CancellationToken): Promise<number | undefined> {
	const ending = new AbortController();
	const listening = cancelled.onCancellationRequested(() => ending.abort());
	const text = new PassThrough();
	const written = target.scheme === "file" ? pipeline(text, createWriteStream(target.fsPath)) : collect(text, target);
	// It is waited for below.
	written.catch(() => ending.abort());
	let length = 0;
	const writers = new Map(containers.map((container) => [container, writerOf(container, containers.length > 1)]));
	const complete = new Set<Container>();
	let done = (): void => {};
	const allTaken = new Promise<void>((resolve) => (done = resolve));
	const merger = makeMerger<Container>({
		async take(entries) {
			const lines = entries.map(({ source, line }) => (line ? withoutColours(writers.get(source)?.write(line) ?? "") : "")).join("");
			length += lines.length;
			if (!text.write(lines)) await once(text, "drain", { signal: ending.signal }).catch(() => {});
		},
		caughtUp: (container) => complete.add(container).size === containers.length && done(),
	});
	try {
		await Promise.all(containers.map((container) => docker.containers.readLogs(container, merger.reader(container), ending.signal)));
		await allTaken;
		text.end();
		await written;
		return length;
	} catch (error) {
		text.destroy();
		const isCancelled = cancelled.isCancellationRequested;
		ending.abort();
		// Where the file itself is the reason, that is what is to be told.
		await written.catch((reason: unknown) => {
			if (!isCancelled && reason instanceof Error && "syscall" in reason) throw reason;
		});
		if (isCancelled) return undefined;
		throw error;
	} finally {
		merger.dispose();
		listening.dispose();
	}
}

const writerOf = ({ name }: Container, isOneOfSeveral: boolean): LogWriter =>
	makeLogWriter({ lineEnd: "\n", formatTime: (time) => time, ...(isOneOfSeveral && { label: `${name} ` }) });

/** For file systems that only VS Code knows. */
async function collect(text: PassThrough, target: vscode.Uri): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of text) chunks.push(chunk as Buffer);
	await vscode.workspace.fs.writeFile(target, Buffer.concat(chunks));
}

const withoutColours = (text: string): string => text.replace(/\x1b\[[\d;:]*m/g, "");
