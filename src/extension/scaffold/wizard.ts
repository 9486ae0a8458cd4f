import * as vscode from "vscode";
import { findProjects, isAsked, lookedFor, render, templateIds, templateOf, type Answers, type Files, type Project } from "../../engine/scaffold/scaffold.ts";
import { back, pick, type Answer, type Item } from "./ask.ts";
import { listFiles, readProject, readText } from "./gather.ts";
import { nameOf, Preview } from "./preview.ts";
import { askQuestions } from "./questions.ts";
import { write, type NewFile } from "./write.ts";

/** Adds Docker files to a folder: `chosen`, or the one that the user picks. Nothing is written before the last step. */
export async function runWizard(chosen?: vscode.Uri): Promise<void> {
	const root = chosen ?? (await pickFolder());
	if (!root) return;
	const paths = await search(root);
	const project = paths && (await pickProject(root, paths));
	if (!paths || !project) return;

	const files = await readProject(project.id, root, project.folder, paths);
	const folder = vscode.Uri.joinPath(root, project.folder);
	const title = vscode.l10n.t("Add Docker Files to {0}", nameOf(folder));
	const preview = new Preview();
	try {
		const decided = await decide(project, files, folder, title, preview);
		if (!decided) return;
		await write(decided.files);
		await preview.dispose();
		await open(folder, decided.files, decided.notes);
	} finally {
		await preview.dispose();
	}
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t("Add Docker files to which folder?") }))?.uri;
	if (folders[0]) return folders[0].uri;
	const openFolder = vscode.l10n.t("Open Folder…");
	const answer = await vscode.window.showInformationMessage(vscode.l10n.t("Docker files are added to a folder, and none is open."), openFolder);
	if (answer === openFolder) await vscode.commands.executeCommand("workbench.action.files.openFolder");
	return undefined;
}

/** Undefined where the user cancelled. */
async function search(root: vscode.Uri): Promise<readonly string[] | undefined> {
	const search = new vscode.CancellationTokenSource();
	const found = listFiles(root, search.token);
	const isQuick = await Promise.race([found.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 500))]);
	if (!isQuick) {
		const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Looking for a project in {0}…", nameOf(root)), cancellable: true };
		await vscode.window.withProgress(options, async (_progress, cancelled) => {
			cancelled.onCancellationRequested(() => search.cancel());
			await found;
		});
	}
	return search.token.isCancellationRequested ? undefined : found;
}

async function pickProject(root: vscode.Uri, paths: readonly string[]): Promise<Project | undefined> {
	const projects = findProjects(paths);
	if (projects.length === 1) return projects[0];
	if (projects.length > 1) {
		const items = projects.map((project) => ({
			label: project.folder || nameOf(root),
			description: vscode.l10n.t("{0}, for there is {1}", templateOf(project.id).title, project.because),
			project,
		}));
		return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("{0} holds several projects. Add Docker files to which?", nameOf(root)) }))
			?.project;
	}
	const titles = templateIds.map((id) => templateOf(id).title).join(", ");
	const goOn = vscode.l10n.t("Go On Anyway");
	const message = vscode.l10n.t("No {0} project was found in {1}: there is none of {2}.", titles, nameOf(root), lookedFor().join(", "));
	if ((await vscode.window.showWarningMessage(message, goOn)) !== goOn) return undefined;
	const [id] = templateIds;
	return id && { id, folder: "", because: "" };
}

type Decided = { readonly files: readonly NewFile[]; readonly notes: readonly string[] };

/** The questions, what becomes of files that exist, and the last word; back and forth until all is answered. Undefined where the user gave up. */
async function decide({ id }: Project, files: Files, folder: vscode.Uri, title: string, preview: Preview): Promise<Decided | undefined> {
	let answers: Answers = {};
	let from: "first" | "last" = "first";
	const existing = new Set<string>();
	for (const path of Object.keys(templateOf(id).files)) if (await exists(vscode.Uri.joinPath(folder, path))) existing.add(path);

	for (;;) {
		const stepsAfter = existing.size + 1;
		const answered: Answer<Answers> = await askQuestions(id, files, answers, from, title, stepsAfter);
		if (answered === undefined || answered === back) return undefined;
		answers = answered;
		const rendered = render(id, files, answers);
		if ("refused" in rendered) throw new Error(rendered.refused.map(({ message }) => message).join(" "));

		const all = Object.entries(rendered.files).map(([path, text]) => ({ uri: vscode.Uri.joinPath(folder, path), text, replaces: existing.has(path) }));
		const asked = templateOf(id).questions.filter((question) => isAsked(question, answered)).length;
		const confirmed = await confirm(all, { title, asked, totalSteps: asked + stepsAfter }, preview);
		if (confirmed === undefined) return undefined;
		if (confirmed !== back) return { files: confirmed, notes: rendered.notes };
		from = "last";
	}
}

async function confirm(
	all: readonly NewFile[],
	steps: { title: string; asked: number; totalSteps: number },
	preview: Preview,
): Promise<Answer<readonly NewFile[]>> {
	const { title, asked, totalSteps } = steps;
	const existing = all.filter(({ replaces }) => replaces);
	const kept = new Set<NewFile>(existing);
	for (let index = 0; index <= existing.length;) {
		const file = existing[index];
		const step = { title, step: asked + index + 1, totalSteps };
		const answer = file
			? await askAboutExisting(file, kept.has(file), { ...step, placeholder: vscode.l10n.t("{0} exists. What shall become of it?", nameOf(file.uri)) }, preview)
			: await lastWord(
					all.filter((candidate) => !kept.has(candidate)),
					{ ...step, placeholder: vscode.l10n.t("Nothing is written yet") },
					preview,
				);
		if (answer === undefined) return undefined;
		if (answer === back) {
			if (index === 0) return back;
			index--;
			continue;
		}
		if (file && answer === "replace") kept.delete(file);
		if (file && answer === "keep") kept.add(file);
		index++;
	}
	return all.filter((file) => !kept.has(file));
}

async function askAboutExisting(file: NewFile, isKept: boolean, step: Parameters<typeof pick>[0], preview: Preview): Promise<Answer<"keep" | "replace">> {
	const items: Item<"keep" | "replace" | "compare">[] = [
		{ label: vscode.l10n.t("$(shield) Keep it"), value: "keep" },
		{ label: vscode.l10n.t("$(replace) Replace it…"), detail: vscode.l10n.t("It opens, so that Undo brings it back"), value: "replace" },
		{ label: vscode.l10n.t("$(diff) Show the difference"), value: "compare" },
	];
	let active: "keep" | "replace" | "compare" = isKept ? "keep" : "replace";
	for (;;) {
		const answer = await pick(step, items, active);
		if (answer !== "compare") return answer;
		await preview.compare(file.uri, file.text);
		active = "compare";
	}
}

async function lastWord(files: readonly NewFile[], step: Parameters<typeof pick>[0], preview: Preview): Promise<Answer<"write">> {
	const names = files.map(({ uri }) => nameOf(uri)).join(", ");
	const first: Item<"write" | NewFile> =
		files.length > 0
			? { label: vscode.l10n.t("$(check) Write {0}", names), value: "write" }
			: { label: vscode.l10n.t("$(check) Close: all files are kept as they are"), value: "write" };
	const looks = files.map((file): Item<"write" | NewFile> => ({
		label: vscode.l10n.t("$(open-preview) Show {0}", nameOf(file.uri)),
		description: file.replaces ? vscode.l10n.t("replaces yours") : "",
		value: file,
	}));
	let active: "write" | NewFile = "write";
	if (files[0]) await preview.show(files[0].uri, files[0].text);
	for (;;) {
		const answer: Answer<"write" | NewFile> = await pick(step, [first, ...looks], active);
		if (answer === "write" || answer === back || answer === undefined) return answer;
		await preview.show(answer.uri, answer.text);
		active = answer;
	}
}

async function open(folder: vscode.Uri, files: readonly NewFile[], notes: readonly string[]): Promise<void> {
	if (files.length === 0) return;
	await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, "Dockerfile"));
	const written = vscode.l10n.t("Written: {0}.", files.map(({ uri }) => nameOf(uri)).join(", "));
	// The command is done; whether and when the message is closed is the user's affair.
	void (notes.length > 0 ? vscode.window.showWarningMessage([written, ...notes].join(" ")) : vscode.window.showInformationMessage(written));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	return (
		(await readText(uri)) !== undefined ||
		(await vscode.workspace.fs.stat(uri).then(
			() => true,
			() => false,
		))
	);
}
