import * as vscode from "vscode";
import { findProjects, findStrangers, lookedFor, templateIds, templateOf, type Project, type Stranger } from "../../engine/scaffold/scaffold.ts";
import { listFiles } from "./gather.ts";
import { nameOf } from "./preview.ts";
import { showInformationMessage, showQuickPick, showWarningMessage, withProgress } from "../window.ts";

export async function pickFolder(): Promise<vscode.Uri | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t("Add Docker files to which folder?") }))?.uri;
	if (folders[0]) return folders[0].uri;
	const openFolder = vscode.l10n.t("Open Folder…");
	const answer = await showInformationMessage(vscode.l10n.t("Docker files are added to a folder, and none is open."), openFolder);
	if (answer === openFolder) await vscode.commands.executeCommand("workbench.action.files.openFolder");
	return undefined;
}

/** Undefined where the user cancelled. */
export async function search(root: vscode.Uri): Promise<readonly string[] | undefined> {
	const search = new vscode.CancellationTokenSource();
	const found = listFiles(root, search.token);
	const isQuick = await Promise.race([found.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 500))]);
	if (!isQuick) {
		const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Looking for a project in {0}…", nameOf(root)), cancellable: true };
		await withProgress(options, async (_progress, cancelled) => {
			cancelled.onCancellationRequested(() => search.cancel());
			await found;
		});
	}
	return search.token.isCancellationRequested ? undefined : found;
}

/** The project to write for; undefined where there is none, of which the user is told, or where he wants none. */
export async function pickProject(root: vscode.Uri, paths: readonly string[]): Promise<Project | undefined> {
	const projects = findProjects(paths);
	const strangers = findStrangers(paths);
	if (projects.length === 1) return projects[0];
	if (projects.length > 1) return pickAmong(root, projects, strangers);
	const [id] = templateIds;
	const hasSource = paths.some((path) => templateIds.some((each) => templateOf(each).sources.some((end) => path.endsWith(end))));
	const goOn = vscode.l10n.t("Go On Anyway");
	const message = strangers[0]
		? notYet(root, strangers)
		: vscode.l10n.t("No {0} project was found in {1}: there is none of {2}.", titles(), nameOf(root), lookedFor().join(", "));
	// Where all is of another kind, there is nothing to go on with.
	const buttons = strangers.length > 0 && !hasSource ? [] : [goOn];
	if ((await showWarningMessage(message, ...buttons)) !== goOn || !id) return undefined;
	return { id, folder: "", because: "" };
}

/** Those that are not written for stand in the list too: who looks for one is told, and does not search. */
async function pickAmong(root: vscode.Uri, projects: readonly Project[], strangers: readonly Stranger[]): Promise<Project | undefined> {
	const { t } = vscode.l10n;
	const items: (vscode.QuickPickItem & { readonly project?: Project; readonly stranger?: Stranger })[] = [
		...projects.map((project) => ({
			label: project.folder || nameOf(root),
			description: t("{0}, for there is {1}", templateOf(project.id).title, project.because),
			project,
		})),
		...strangers.map((stranger) => ({
			label: stranger.folder || nameOf(root),
			iconPath: new vscode.ThemeIcon("circle-slash"),
			description: t("not supported yet: {0}", nameStranger(stranger)),
			stranger,
		})),
	];
	const placeHolder = t("{0} holds several projects. Add Docker files to which?", nameOf(root));
	const picked = await showQuickPick(items, { placeHolder });
	// The command is done; whether and when the message is closed is the user's affair.
	if (picked?.stranger) void showWarningMessage(notYet(root, [picked.stranger]));
	return picked?.project;
}

function notYet(root: vscode.Uri, strangers: readonly Stranger[]): string {
	return vscode.l10n.t(
		"Hullwright writes Docker files for {0} projects so far. In {1} it sees {2}.",
		titles(),
		nameOf(root),
		strangers.map(nameStranger).join(", "),
	);
}

const titles = (): string => templateIds.map((each) => templateOf(each).title).join(", ");

const nameStranger = ({ stack, because }: Stranger): string => `${stack} (${because})`;
