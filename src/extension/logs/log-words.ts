import * as vscode from "vscode";
import type { Words } from "../../webviews/logs/messages.ts";

/** What the page of a log says. */
export function logWords(): Words {
	return { log: vscode.l10n.t("Log") };
}
