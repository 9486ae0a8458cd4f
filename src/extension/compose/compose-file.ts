import * as vscode from "vscode";
import { showInformationMessage } from "../window.ts";

/** The Compose file that was clicked, or whose URI a code lens gives, or that is in front; says what to do where none is. */
export function composeFileIn(clicked: vscode.Uri | string | undefined): vscode.Uri | undefined {
	if (typeof clicked === "string") return vscode.Uri.parse(clicked);
	const document = vscode.window.activeTextEditor?.document;
	const uri = clicked instanceof vscode.Uri ? clicked : document && /ya?ml|compose/i.test(document.languageId) ? document.uri : undefined;
	if (!uri) void showInformationMessage(vscode.l10n.t("Open a Compose file; its services can be shown then."));
	return uri;
}
