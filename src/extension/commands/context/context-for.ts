import * as vscode from "vscode";
import { plainText } from "../../../docker/plain-text.ts";
import { maskPasswords } from "../../../engine/text/secrets.ts";
import { showInformationMessage, showQuickPick } from "../../window.ts";

export type NamedContext = { readonly name: string; readonly host: string };

/** The name of the context that a command is to act on; undefined where the user wants none, or was told that there are none. */
export async function contextFor(contexts: readonly NamedContext[], given: unknown, placeHolder: string): Promise<string | undefined> {
	if (typeof given === "string") return given;
	if (contexts.length === 0) {
		void showInformationMessage(vscode.l10n.t("There are no Docker contexts besides “default”, which always exists."));
		return undefined;
	}
	const items = contexts.map(({ name, host }) => ({ label: plainText(name), description: hostText(host), name }));
	return (await showQuickPick(items, { placeHolder, matchOnDescription: true }))?.name;
}

export const hostText = (host: string): string => plainText(maskPasswords(host, "••••••"));
