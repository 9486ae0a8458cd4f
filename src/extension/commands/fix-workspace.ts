import * as vscode from "vscode";
import type { DocumentFixes } from "../../server/protocol.ts";
import type { Command } from "./command.ts";
import { showInformationMessage } from "../window.ts";

/** Names that Dockerfiles and Compose files may have; what each is, the server tells by the whole name. */
const names = "**/*{ockerfile,ontainerfile,ompose}*";
const leftOut = "**/{node_modules,.git}/**";

/** Shows all safe fixes in the workspace in VS Code's own preview of refactorings, where each can be left out, before a file is changed. */
export default {
	id: "hullwright.fixWorkspace",
	title: "Fix All in Workspace…",
	needsTrust: true,
	async run({ language }) {
		if (!vscode.workspace.workspaceFolders) {
			void showInformationMessage(vscode.l10n.t("Open a folder first; what can be fixed safely in its Dockerfiles and Compose files is shown then."));
			return;
		}
		const found = (await vscode.workspace.findFiles(names, leftOut)).map((uri) => uri.toString());
		const open = vscode.workspace.textDocuments.filter(({ languageId }) => /^docker(file|compose)$/.test(languageId)).map(({ uri }) => uri.toString());
		const uris = [...new Set([...open, ...found])].sort();
		const fixes = await (await language.start()).fixes(uris);
		if (fixes.length === 0) {
			void showInformationMessage(vscode.l10n.t("There is nothing in this workspace that can be fixed safely."));
			return;
		}
		const applied = await vscode.workspace.applyEdit(toEdit(fixes), { isRefactoring: true });
		if (!applied) void showInformationMessage(vscode.l10n.t("Nothing was fixed."));
	},
} satisfies Command;

function toEdit(fixes: readonly DocumentFixes[]): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	// VS Code shows its preview only where something is to be confirmed, and has what is to be confirmed not chosen. So it is nothing that has to be.
	const [first] = fixes;
	if (first) edit.insert(vscode.Uri.parse(first.uri), new vscode.Position(0, 0), "", { needsConfirmation: true, label: vscode.l10n.t("Preview") });
	for (const { uri: text, version, count, edits } of fixes) {
		const uri = vscode.Uri.parse(text);
		// Somebody has typed meanwhile.
		const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
		if (open && version !== undefined && open.version !== version) continue;
		const label = count === 1 ? vscode.l10n.t("Fix 1 problem") : vscode.l10n.t("Fix {0} problems", count);
		for (const { range, newText } of edits) {
			const { start, end } = range;
			const place = new vscode.Range(start.line, start.character, end.line, end.character);
			edit.replace(uri, place, newText, { needsConfirmation: false, label, description: vscode.workspace.asRelativePath(uri) });
		}
	}
	return edit;
}
