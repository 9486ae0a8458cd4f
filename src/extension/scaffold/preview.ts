import * as vscode from "vscode";

const scheme = "hullwright-preview";
let previews = 0;

/** Shows texts that are not written yet in read-only editors, which go when it is disposed. */
export class Preview {
	readonly #texts = new Map<string, string>();
	readonly #provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? "",
	});

	async show(target: vscode.Uri, text: string): Promise<void> {
		const document = await vscode.workspace.openTextDocument(this.#uri(target, text));
		await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
	}

	/** What is there on the left, what would replace it on the right. */
	async compare(target: vscode.Uri, text: string): Promise<void> {
		const title = vscode.l10n.t("{0}: yours and Hullwright's", nameOf(target));
		await vscode.commands.executeCommand("vscode.diff", target, this.#uri(target, text), title, { preview: true, preserveFocus: true });
	}

	async dispose(): Promise<void> {
		const isOurs = ({ input }: vscode.Tab) =>
			(input instanceof vscode.TabInputText && input.uri.scheme === scheme) || (input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme);
		await vscode.window.tabGroups.close(
			vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOurs)),
			true,
		);
		this.#provider.dispose();
	}

	/** VS Code keeps the text of an address that it has seen, so every preview has its own. */
	#uri(target: vscode.Uri, text: string): vscode.Uri {
		const uri = vscode.Uri.from({ scheme, path: target.path, query: String(++previews) });
		this.#texts.set(uri.toString(), text);
		return uri;
	}
}

export function nameOf(uri: vscode.Uri): string {
	return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
