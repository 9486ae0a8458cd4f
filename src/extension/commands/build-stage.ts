import { posix, relative } from "node:path";
import * as vscode from "vscode";
import { connectionSettings } from "../connection-settings.ts";
import type { Command, Services } from "./command.ts";

/** Builds a stage of a Dockerfile in a terminal, with the context that other files build it with, and otherwise with the Dockerfile's folder. */
export default {
	id: "hullwright.buildStage",
	title: "Build Stage…",
	icon: "play",
	needsTrust: true,
	/** With a URI and the stage's name, null for the last, from the line above its FROM; else the user is asked. */
	async run(services, clicked?: unknown, name?: string | null) {
		const uri = typeof clicked === "string" ? vscode.Uri.parse(clicked) : vscode.window.activeTextEditor?.document.uri;
		const document = uri && (await vscode.workspace.openTextDocument(uri));
		if (document?.languageId !== "dockerfile" || document.uri.scheme !== "file") {
			void vscode.window.showInformationMessage(vscode.l10n.t("Open a Dockerfile that is stored in a folder; its stages can be built then."));
			return;
		}
		const target = name === undefined ? await choose(services, document.uri) : { name: name ?? undefined };
		const context = target && (await chooseContext(services, document.uri));
		// Docker builds what is stored.
		if (context && (await document.save())) await vscode.tasks.executeTask(toTask(document.uri, context, target.name));
	},
} satisfies Command;

type Target = { readonly name: string | undefined };

async function choose({ language }: Services, uri: vscode.Uri): Promise<Target | undefined> {
	const stages = (await (await language.start()).stages(uri)).filter(({ isBuildable }) => isBuildable);
	const [only] = stages;
	if (stages.length < 2) return only && { name: undefined };
	const items = stages.map(({ name, image }, index) => ({
		label: name ?? image,
		description: name === undefined ? "" : image,
		...(index === stages.length - 1 && { detail: vscode.l10n.t("The last stage, which becomes the image") }),
		name,
	}));
	return vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Stage to build") });
}

/** Asks only where several files say different things. */
async function chooseContext({ language }: Services, uri: vscode.Uri): Promise<vscode.Uri | undefined> {
	const contexts = await (await language.start()).buildContexts(uri);
	const [only] = contexts;
	if (!only) return vscode.Uri.joinPath(uri, "..");
	if (contexts.length === 1) return vscode.Uri.parse(only.folder);
	const items = contexts.map(({ folder, by }) => ({
		label: vscode.workspace.asRelativePath(vscode.Uri.parse(folder)),
		description: vscode.l10n.t("as in {0}", vscode.workspace.asRelativePath(vscode.Uri.parse(by))),
		folder,
	}));
	const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Folder to build with") });
	return chosen && vscode.Uri.parse(chosen.folder);
}

/** No shell has to be known: the program gets its arguments as they are. */
function toTask(uri: vscode.Uri, folder: vscode.Uri, name: string | undefined): vscode.Task {
	const { host, context } = connectionSettings();
	const daemon = host ? ["--host", host] : context ? ["--context", context] : [];
	const target = name === undefined ? [] : ["--target", name];
	const args = [...daemon, "build", ...target, "--file", relative(folder.fsPath, uri.fsPath), "."];
	const execution = new vscode.ProcessExecution("docker", args, { cwd: folder.fsPath });
	const title = name === undefined ? vscode.l10n.t("Build {0}", posix.basename(uri.path)) : vscode.l10n.t("Build stage {0}", name);
	const scope = vscode.workspace.getWorkspaceFolder(uri) ?? vscode.TaskScope.Workspace;
	const task = new vscode.Task({ type: "process" }, scope, title, "Hullwright", execution);
	task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
	return task;
}
