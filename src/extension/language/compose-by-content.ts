import * as vscode from "vscode";
import { mayBeCompose } from "../../engine/compose/may-be-compose.ts";
import { showInformationMessage } from "../window.ts";

/** What is known of files that are Compose files by what they hold, by URI. Who was asked and said nothing is not asked again. */
type Answers = { readonly [uri: string]: "keep" | "exclude" | "asked" | undefined };

const remembered = "hullwright.composeByContent";

/**
 * Offers to take for a Compose file what is one by what it holds but not by its name: once, and what is answered counts in this workspace from then on. No setting is
 * written; the document alone becomes one of Compose. `isCompose` looks into the text.
 */
export function offerComposeByContent(isCompose: (text: string) => Promise<boolean>, memory: vscode.Memento): vscode.Disposable {
	/** Those that have no file to be remembered by are asked about once a session. */
	const unsaved = new Map<string, "asked">();
	let closing: string | undefined;

	const answerTo = (uri: string): Answers[string] => memory.get<Answers>(remembered, {})[uri] ?? unsaved.get(uri);
	const remember = async ({ uri, isUntitled }: vscode.TextDocument, answer: NonNullable<Answers[string]>): Promise<void> => {
		if (isUntitled) unsaved.set(uri.toString(), "asked");
		else await memory.update(remembered, { ...memory.get<Answers>(remembered, {}), [uri.toString()]: answer });
	};
	const take = (document: vscode.TextDocument): Thenable<unknown> => vscode.languages.setTextDocumentLanguage(document, "dockercompose");
	const isOfOthers = ({ languageId, uri, isUntitled }: vscode.TextDocument): boolean =>
		languageId !== "yaml" || (!isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true);

	async function offer(document: vscode.TextDocument): Promise<void> {
		const uri = document.uri.toString();
		const name = document.uri.path.split("/").at(-1) ?? "";
		if (isOfOthers(document) || answerTo(uri) !== undefined || isNamedSo.test(name) || !mayBeCompose(name, document.getText())) return;
		if (!(await isCompose(document.getText())) || answerTo(uri) !== undefined) return;
		await remember(document, "asked");
		const [keep, exclude] = [vscode.l10n.t("Treat as Compose"), vscode.l10n.t("Leave as YAML")];
		const answer = await showInformationMessage(vscode.l10n.t("“{0}” looks like a Compose file.", name), keep, exclude);
		if (answer === undefined) return;
		await remember(document, answer === keep ? "keep" : "exclude");
		if (answer === keep && !document.isClosed) await take(document);
	}

	function takeKept(document: vscode.TextDocument): void {
		const uri = document.uri.toString();
		if (isOfOthers(document) || answerTo(uri) !== "keep") return;
		// Closed and opened at once: somebody has chosen YAML for it by hand.
		if (closing === uri) void remember(document, "exclude");
		else void take(document);
	}

	const look = (document: vscode.TextDocument | undefined): void => {
		// Nobody waits for the offer, and what fails in it is no loss.
		if (document) void offer(document).catch(() => undefined);
	};
	vscode.workspace.textDocuments.forEach(takeKept);
	look(vscode.window.activeTextEditor?.document);
	return vscode.Disposable.from(
		vscode.workspace.onDidCloseTextDocument(({ uri }) => {
			closing = uri.toString();
			queueMicrotask(() => (closing = undefined));
		}),
		vscode.workspace.onDidOpenTextDocument(takeKept),
		vscode.window.onDidChangeActiveTextEditor((editor) => look(editor?.document)),
		vscode.workspace.onDidSaveTextDocument((document) => {
			if (document === vscode.window.activeTextEditor?.document) look(document);
		}),
	);
}

/** Those are Compose files by their names, and somebody has told the editor that they are YAML. */
const isNamedSo = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;
