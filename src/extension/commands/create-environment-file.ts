import * as vscode from "vscode";
import { environmentFileFor } from "../../engine/compose/env-example.ts";
import { readEnvFile } from "../../engine/compose/env-file.ts";
import type { Command } from "./command.ts";
import { showInformationMessage, showQuickPick } from "../window.ts";

/** As `environmentFileFor` knows them, in the words of a `when` clause. */
const exampleFile = "/(^|[.])env([._-].+)?[._-](example|sample|template|tpl|dist|defaults?)$|(^|[.])(example|sample|template|dist)[._-](.+[.])?env$/i";

export default {
	id: "hullwright.createEnvironmentFile",
	title: "Create .env from .env.example",
	menus: [{ menu: "explorer/context", when: `!explorerResourceReadonly && resourceFilename =~ ${exampleFile}`, group: "4_hullwright" }],
	run: (_services, clicked?: vscode.Uri | string, wanted?: string | readonly vscode.Uri[]) => createEnvironmentFile(clicked, wanted),
} satisfies Command;

/**
 * Copies an example of a file of variables to its place, byte by byte, and opens that. What is there already stays. An action gives two URIs as texts, a menu that of its
 * row and all that are selected.
 */
export async function createEnvironmentFile(clicked?: vscode.Uri | string, wanted?: string | readonly vscode.Uri[]): Promise<void> {
	const uri = typeof clicked === "string" ? vscode.Uri.parse(clicked) : clicked instanceof vscode.Uri ? clicked : vscode.window.activeTextEditor?.document.uri;
	const example = uri && environmentFileFor(nameOf(uri)) !== undefined ? uri : await chooseExample(uri);
	if (!example) return;
	const target = typeof wanted === "string" ? vscode.Uri.parse(wanted) : vscode.Uri.joinPath(example, "..", environmentFileFor(nameOf(example)) ?? ".env");
	const isCopied = await vscode.workspace.fs.copy(example, target, { overwrite: false }).then(
		() => true,
		(error: unknown) => {
			if (error instanceof vscode.FileSystemError && error.code === "FileExists") return false;
			throw error;
		},
	);
	await vscode.window.showTextDocument(target, { preview: false });
	if (!isCopied) void showInformationMessage(await sayKept(example, target));
}

const nameOf = ({ path }: vscode.Uri): string => path.split("/").at(-1) ?? "";

/** The only one beside the file that is in front, or else one of the workspace. */
async function chooseExample(beside: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
	const near = await examplesIn(beside);
	const found = near.length > 0 ? near : await examplesInWorkspace();
	if (found.length === 0) void showInformationMessage(vscode.l10n.t("There is no example of a file of variables, such as .env.example."));
	if (found.length < 2) return found[0];
	const items = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), description: environmentFileFor(nameOf(uri)) ?? "", uri }));
	return (await showQuickPick(items, { placeHolder: vscode.l10n.t("The example to copy"), matchOnDescription: true }))?.uri;
}

async function examplesIn(file: vscode.Uri | undefined): Promise<readonly vscode.Uri[]> {
	if (!file || vscode.workspace.fs.isWritableFileSystem(file.scheme) !== true) return [];
	const folder = vscode.Uri.joinPath(file, "..");
	const entries = await vscode.workspace.fs.readDirectory(folder);
	return entries.flatMap(([name, type]) => (type === vscode.FileType.File && environmentFileFor(name) !== undefined ? vscode.Uri.joinPath(folder, name) : []));
}

/** Among so many files with such a name there is one, or nobody finds it. */
const mostFiles = 1000;

async function examplesInWorkspace(): Promise<readonly vscode.Uri[]> {
	const found = await vscode.workspace.findFiles("**/*env*", "**/{node_modules,vendor,.git}/**", mostFiles);
	return found.filter((uri) => environmentFileFor(nameOf(uri)) !== undefined).sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** With what the example has besides. */
async function sayKept(example: vscode.Uri, target: vscode.Uri): Promise<string> {
	const [wanted, own] = await Promise.all([namesIn(example), namesIn(target)]);
	const lacking = wanted.filter((name) => !own.includes(name));
	const name = nameOf(target);
	return lacking.length === 0
		? vscode.l10n.t("“{0}” is there and stays as it is.", name)
		: vscode.l10n.t("“{0}” is there and stays as it is. It lacks {1}.", name, lacking.join(", "));
}

async function namesIn(uri: vscode.Uri): Promise<readonly string[]> {
	const { entries } = readEnvFile(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), () => undefined);
	return [...new Set(entries.map(({ name }) => name))];
}
