import { posix, relative } from "node:path";
import * as vscode from "vscode";
import { isUsualBakeFile } from "../../engine/bake/usual-files.ts";
import type { BuildCall } from "../../server/protocol.ts";
import { bakeFiles } from "../language/document-selector.ts";
import { daemonArguments } from "../engine-choice.ts";
import { saveAsShown } from "../save.ts";
import type { Command, Services } from "./command.ts";
import { showInformationMessage, showQuickPick } from "../window.ts";

/** Builds a stage of a Dockerfile in a terminal, with the context that other files build it with, and otherwise with the Dockerfile's folder; or a target of a bake file. */
export default {
	id: "hullwright.buildStage",
	title: "Build Stage…",
	icon: "play",
	needsTrust: true,
	/** With a URI and the stage's name, null for the last, from the line above its FROM, or with that of a target and what to do with it; else the user is asked. */
	async run(services, clicked?: unknown, name?: string | null, call: BuildCall = "build") {
		const uri = typeof clicked === "string" ? vscode.Uri.parse(clicked) : vscode.window.activeTextEditor?.document.uri;
		const document = uri && (await vscode.workspace.openTextDocument(uri));
		const isBake = document !== undefined && bakeFiles.some((selector) => vscode.languages.match(selector, document) > 0);
		if (!document || (document.languageId !== "dockerfile" && !isBake) || document.uri.scheme !== "file") {
			void showInformationMessage(vscode.l10n.t("Open a Dockerfile or a bake file that is stored in a folder; its stages or targets can be built then."));
			return;
		}
		const target = name === undefined ? await choose(services, document.uri, isBake) : { name: name ?? undefined };
		const folder = target && (isBake ? vscode.Uri.joinPath(document.uri, "..") : await chooseContext(services, document.uri));
		if (!folder) return;
		if (!(await saveAsShown(document)))
			throw new Error(vscode.l10n.t("{0} could not be saved, and Docker builds what is stored.", posix.basename(document.uri.path)));
		// Where the build fails is told in the folder of the file in front.
		if (vscode.window.activeTextEditor?.document !== document) await vscode.window.showTextDocument(document);
		const place = { uri: document.uri, folder, daemon: daemonArguments(services.engine.settings()) };
		await vscode.tasks.executeTask(isBake ? toBakeTask(place, target.name, call) : toTask(place, target.name));
	},
} satisfies Command;

type Target = { readonly name: string | undefined };

async function choose({ language }: Services, uri: vscode.Uri, isBake: boolean): Promise<Target | undefined> {
	const stages = (await (await language.start()).stages(uri)).filter(({ isBuildable }) => isBuildable);
	const [only] = stages;
	if (isBake) {
		const targets = stages.map(({ name, image }) => ({ label: name ?? "", description: image, name }));
		return showQuickPick(targets, { placeHolder: vscode.l10n.t("Target to build") });
	}
	if (stages.length < 2) return only && { name: undefined };
	const items = stages.map(({ name, image }, index) => ({
		label: name ?? image,
		description: name === undefined ? "" : image,
		...(index === stages.length - 1 && { detail: vscode.l10n.t("The last stage, which becomes the image") }),
		name,
	}));
	return showQuickPick(items, { placeHolder: vscode.l10n.t("Stage to build") });
}

/** The last thing that was said before Docker says in which line it failed. In some terminals VS Code sees the line between the two twice. */
const problemMatchers = ["$hullwright-build", "$hullwright-build-terminal"];

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
	const chosen = await showQuickPick(items, { placeHolder: vscode.l10n.t("Folder to build with") });
	return chosen && vscode.Uri.parse(chosen.folder);
}

/** A file, the folder to build in, and the arguments by which Docker finds the engine of this window. */
type Place = { readonly uri: vscode.Uri; readonly folder: vscode.Uri; readonly daemon: readonly string[] };

/** No shell has to be known: the program gets its arguments as they are. */
function toTask(place: Place, name: string | undefined): vscode.Task {
	const { uri, folder } = place;
	const target = name === undefined ? [] : ["--target", name];
	const title = name === undefined ? vscode.l10n.t("Build {0}", posix.basename(uri.path)) : vscode.l10n.t("Build stage {0}", name);
	return dockerTask(place, title, ["build", ...target, "--file", relative(folder.fsPath, uri.fsPath), "."], problemMatchers);
}

/** What bake reads by itself is not named, so that what it reads along counts as well. */
function toBakeTask(place: Place, name: string | undefined, call: BuildCall): vscode.Task {
	const file = posix.basename(place.uri.path);
	const named = isUsualBakeFile(file) ? [] : ["--file", file];
	const [options, title] = {
		build: [[], vscode.l10n.t("Build target {0}", name ?? "")] as const,
		check: [["--check"], vscode.l10n.t("Check target {0}", name ?? "")] as const,
		print: [["--print"], vscode.l10n.t("Print target {0}", name ?? "")] as const,
	}[call];
	return dockerTask(place, title, ["buildx", "bake", ...named, ...options, ...(name === undefined ? [] : [name])]);
}

function dockerTask({ uri, folder, daemon }: Place, title: string, args: readonly string[], matchers: string[] = []): vscode.Task {
	const execution = new vscode.ProcessExecution("docker", [...daemon, ...args], { cwd: folder.fsPath });
	const scope = vscode.workspace.getWorkspaceFolder(uri) ?? vscode.TaskScope.Workspace;
	const task = new vscode.Task({ type: "process" }, scope, title, "Hullwright", execution, matchers);
	task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
	return task;
}
