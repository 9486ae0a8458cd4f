import * as vscode from "vscode";

/** Why the text cannot name a volume or a network; undefined where it can, or nothing is written yet. https://github.com/moby/moby/blob/master/daemon/names/names.go */
export function whyNoName(text: string): string | undefined {
	const name = text.trim();
	if (!name || /^[A-Za-z\d][\w.-]+$/.test(name)) return undefined;
	return vscode.l10n.t("A name has two characters or more: letters, digits, “_”, “.” and “-”, a letter or digit first");
}
