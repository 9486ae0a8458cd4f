import * as vscode from "vscode";

/** What a name of an image may be: https://github.com/distribution/reference/blob/main/reference.go */
const host = "(?:[A-Za-z\\d](?:[A-Za-z\\d-]*[A-Za-z\\d])?(?:\\.[A-Za-z\\d](?:[A-Za-z\\d-]*[A-Za-z\\d])?)*|\\[[\\da-fA-F:]+\\])(?::\\d+)?";
const component = "[a-z\\d]+(?:(?:[._]|__|-+)[a-z\\d]+)*";
const pattern = new RegExp(`^(?:${host}/)?${component}(?:/${component})*(?::[\\w][\\w.-]{0,127})?(?:@sha256:[\\da-f]{64})?$`);

/** Why the text is no name of an image; undefined where it is one, or nothing is written yet. */
export function whyNoReference(text: string): string | undefined {
	const name = text.trim();
	if (!name || pattern.test(name)) return undefined;
	if (/[A-Z]/.test(name.replace(/^[^/]*\//, "").replace(/[:@].*$/, ""))) return vscode.l10n.t("The name of an image has no capitals");
	return vscode.l10n.t("A name looks like registry/repository:tag");
}
