import * as vscode from "vscode";
import { complete, render, type Answers, type Files, type Project } from "../../engine/scaffold/scaffold.ts";
import type { Message } from "../../engine/text/message.ts";
import { tell } from "./afterwards.ts";
import { back } from "./ask.ts";
import { chooseFiles } from "./choose-files.ts";
import { pickFolder, pickProject, search } from "./find-project.ts";
import { readProject, readText } from "./gather.ts";
import { loadWords, type Words } from "./words.ts";
import { nameOf, Preview } from "./preview.ts";
import { review } from "./review.ts";
import { write, type NewFile } from "./write.ts";
import { showInformationMessage } from "../window.ts";

/** Adds Docker files to a folder: `chosen`, or the one that the user picks. Two steps, and nothing is written before the second is done. */
export async function runWizard(chosen?: vscode.Uri): Promise<void> {
	const root = chosen ?? (await pickFolder());
	if (!root) return;
	const paths = await search(root);
	const project = paths && (await pickProject(root, paths));
	if (!paths || !project) return;

	const files = await readProject(project.id, root, project.folder, paths);
	const folder = vscode.Uri.joinPath(root, project.folder);
	const words = await loadWords();
	const preview = new Preview();
	try {
		const decided = await decide(project, files, folder, preview, words);
		if (!decided) return;
		await write(decided.files);
		await preview.dispose();
		await finish(folder, decided, words);
	} finally {
		await preview.dispose();
	}
}

type Decided = { readonly files: readonly NewFile[]; readonly notes: readonly Message[]; readonly port: string };

/** What is known and which files it makes; back and forth until both are decided. Undefined where the user gave up. */
async function decide({ id }: Project, files: Files, folder: vscode.Uri, preview: Preview, words: Words): Promise<Decided | undefined> {
	const title = vscode.l10n.t("Add Docker Files to {0}", nameOf(folder));
	let given: Answers | undefined = {};
	for (;;) {
		given = await review(id, files, given, { title, step: 1, totalSteps: 2 }, words);
		if (!given) return undefined;
		const rendered = render(id, files, given);
		if ("refused" in rendered) throw new Error(rendered.refused.map(({ message }) => words.of(message)).join(" "));
		const all = await Promise.all(
			Object.entries(rendered.files).map(async ([path, text]): Promise<NewFile> => {
				const uri = vscode.Uri.joinPath(folder, path);
				return { uri, text, replaces: await exists(uri) };
			}),
		);
		const chosen = await chooseFiles(all, { title, step: 2, totalSteps: 2, canGoBack: true }, preview);
		if (chosen === undefined) return undefined;
		if (chosen !== back) return { files: chosen, notes: rendered.notes, port: complete(id, files, given)["port"] ?? "" };
	}
}

async function finish(folder: vscode.Uri, { files, notes, port }: Decided, words: Words): Promise<void> {
	const [first] = files;
	if (!first) {
		void showInformationMessage(vscode.l10n.t("Nothing was written."));
		return;
	}
	await vscode.window.showTextDocument(first.uri);
	const written = vscode.l10n.t("Written: {0}.", files.map(({ uri }) => nameOf(uri)).join(", "));
	const isThere = (path: string) => exists(vscode.Uri.joinPath(folder, path));
	const result = (await isThere("Dockerfile")) ? { folder, port, hasCompose: await isThere("compose.yaml") } : undefined;
	// The command is done; whether and when the message is closed is the user's affair.
	void tell([written, ...notes.map(words.of)].join(" "), notes.length > 0, result);
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
