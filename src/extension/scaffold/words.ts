import * as vscode from "vscode";
import { plainTextOf, toPlainText, translated, type MessageValue } from "../../engine/text/message.ts";
import { loadCatalogue } from "../../l10n/locales.ts";

/** What the engine has to say, as plain text in the editor's language. */
export type Words = {
	/** What a user wrote stays as it is. */
	readonly of: (message: MessageValue) => string;
	/** A text of a template's, which is the same in every project. */
	readonly ofTemplate: (english: string) => string;
};

export async function loadWords(): Promise<Words> {
	const catalogue = await loadCatalogue(vscode.env.language);
	return {
		of: (message) => (typeof message === "object" ? plainTextOf(message, catalogue) : String(message)),
		ofTemplate: (english) => toPlainText(translated(english, catalogue)),
	};
}
