import * as vscode from "vscode";
import { filesToRead, ignoredFolders, type Files, type TemplateId } from "../../engine/scaffold/scaffold.ts";

/** More than a project's own files ever are; what lies beyond is data. */
const limits = { entries: 20_000, depth: 8, files: 400, bytes: 200_000 };

/** Paths of the files below a folder, with slashes and relative to it. Reads through VS Code, so that any kind of folder will do. */
export async function listFiles(root: vscode.Uri, cancelled: vscode.CancellationToken): Promise<readonly string[]> {
	const paths: string[] = [];
	let level = [""];
	for (let depth = 0; depth <= limits.depth && level.length > 0; depth++) {
		const below: string[] = [];
		for (const folder of level) {
			if (cancelled.isCancellationRequested || paths.length > limits.entries) return paths;
			for (const [name, type] of await entriesOf(vscode.Uri.joinPath(root, folder), folder === "")) {
				const path = folder === "" ? name : `${folder}/${name}`;
				if (type & vscode.FileType.File) paths.push(path);
				else if (type === vscode.FileType.Directory && !ignoredFolders.includes(name)) below.push(path);
			}
		}
		level = below;
	}
	return paths.toSorted();
}

/** The part of `paths` that lies in a project's folder, and the texts that its template wants to see. */
export async function readProject(id: TemplateId, root: vscode.Uri, folder: string, paths: readonly string[]): Promise<Files> {
	const own = folder === "" ? paths : paths.flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : []));
	const base = vscode.Uri.joinPath(root, folder);
	const texts = await Promise.all(
		filesToRead(id, own)
			.slice(0, limits.files)
			.map(async (path) => [path, await readText(vscode.Uri.joinPath(base, path))] as const),
	);
	return { paths: own, texts: new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]))) };
}

/** What the user sees in an open editor counts, saved or not. Undefined for a file that cannot be read or is too large to be source. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
	const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
	if (open) return open.getText();
	try {
		const bytes = await vscode.workspace.fs.readFile(uri);
		return bytes.length > limits.bytes ? undefined : new TextDecoder().decode(bytes);
	} catch {
		return undefined;
	}
}

/** A folder further down that may not be read is passed over; the one that was asked for has to be readable. */
async function entriesOf(folder: vscode.Uri, isRoot: boolean): Promise<readonly [string, vscode.FileType][]> {
	try {
		return await vscode.workspace.fs.readDirectory(folder);
	} catch (error) {
		if (isRoot) throw error;
		return [];
	}
}
