import { execFile } from "node:child_process";
import { basename, dirname } from "node:path";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { plainText } from "../../docker/plain-text.ts";
import { composeFileIn } from "../compose/compose-file.ts";
import { saveAsShown } from "../save.ts";
import type { Command, Services } from "./command.ts";
import { onComposeFile } from "./menus.ts";
import { showInformationMessage, withProgress } from "../window.ts";

const source = "docker compose";
/** Compose finds these itself, with what stands beside them: https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file */
const usual = /^(?:docker-)?compose\.ya?ml$/;
const patience = 60_000;

/** Made with the first problem that is shown. */
let problems: vscode.DiagnosticCollection | undefined;

/** Lets Docker Compose itself check the project of a file, as it is stored, and shows what it says at its place. */
export default {
	id: "hullwright.checkWithDockerCompose",
	title: "Check with Docker Compose",
	needsTrust: true,
	menus: [onComposeFile("1_hullwright@3")],
	async run(services, clicked?: vscode.Uri | string) {
		const uri = composeFileIn(clicked);
		if (!uri) return;
		if (uri.scheme !== "file") throw new Error(vscode.l10n.t("Docker Compose can only check a file that is stored in a folder."));
		const document = await vscode.workspace.openTextDocument(uri);
		if (!(await saveAsShown(document)))
			throw new Error(vscode.l10n.t("{0} could not be saved, and Docker Compose checks what is stored.", basename(uri.fsPath)));
		problems?.clear();
		const words = await withProgress(
			{ location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Docker Compose checks {0}", basename(uri.fsPath)) },
			() => complaintAbout(uri),
		);
		if (words === undefined) void showInformationMessage(vscode.l10n.t("Docker Compose accepts {0}.", basename(uri.fsPath)));
		else await show(services, uri, words);
	},
} satisfies Command;

/** Undefined where it has none. */
async function complaintAbout({ fsPath }: vscode.Uri): Promise<string | undefined> {
	const configured = vscode.workspace.getConfiguration("hullwright.compose", vscode.Uri.file(fsPath)).get<readonly unknown[]>("files") ?? [];
	const files = configured.filter((file) => typeof file === "string");
	const named = usual.test(basename(fsPath)) ? [] : [basename(fsPath)];
	const args = ["compose", ...(files.length > 0 ? files : named).flatMap((file) => ["--file", file]), "config", "--quiet"];
	try {
		await promisify(execFile)("docker", args, { cwd: dirname(fsPath), timeout: patience, maxBuffer: 10_000_000 });
		return undefined;
	} catch (error) {
		const { code, killed, stderr = "" } = error as { readonly code?: string | number; readonly killed?: boolean; readonly stderr?: string };
		if (code === "ENOENT")
			throw new Error(vscode.l10n.t("The program docker was not found. Install it, or go by what Hullwright says itself."), { cause: error });
		if (killed) throw new Error(vscode.l10n.t("Docker Compose did not answer within a minute."), { cause: error });
		if (/is not a docker command|unknown shorthand flag/.test(stderr))
			throw new Error(vscode.l10n.t("Docker has no Compose here: its plugin is not installed."), { cause: error });
		return (
			stderr
				.split("\n")
				.filter((line) => !/^time="?.*level=warning/.test(line))
				.join("\n")
				.trim() || String(code)
		);
	}
}

async function show({ language }: Services, uri: vscode.Uri, words: string): Promise<void> {
	const place = await (await language.start()).placeOfWords(uri, words);
	const range = place
		? new vscode.Range(place.range.start.line, place.range.start.character, place.range.end.line, place.range.end.character)
		: new vscode.Range(0, 0, 0, 0);
	const where = place ? vscode.Uri.parse(place.uri) : uri;
	const diagnostic = new vscode.Diagnostic(
		range,
		words
			.split("\n")
			.map((line) => plainText(line, 500))
			.join("\n"),
		vscode.DiagnosticSeverity.Error,
	);
	diagnostic.source = source;
	problems ??= vscode.languages.createDiagnosticCollection(source);
	problems.set(where, [diagnostic]);
	// It has taken a while: who types by now, here or elsewhere, neither loses the focus nor writes over what is selected.
	await vscode.window.showTextDocument(where, { selection: new vscode.Range(range.start, range.start), preserveFocus: true });
	// What was said was said about the text as it was.
	const stop = vscode.workspace.onDidChangeTextDocument(({ document }) => {
		if (document.uri.toString() !== where.toString() && document.uri.toString() !== uri.toString()) return;
		problems?.clear();
		stop.dispose();
	});
}
