import * as vscode from "vscode";
import type { LanguageStarter } from "./language/start.ts";
import { resolvedScheme as scheme } from "./resolved-scheme.ts";

/** Read-only documents with what Compose makes of a file and of all that is merged with it. They follow the files as these are typed. */
export type ResolvedProjects = vscode.Disposable & {
	/** The document about the Compose file. */
	of(file: vscode.Uri): vscode.Uri;
};

/** So many milliseconds after the last key. */
const patience = 300;

export function registerResolvedProjects(language: LanguageStarter): ResolvedProjects {
	const changed = new vscode.EventEmitter<vscode.Uri>();
	/** The files that each document comes of, by its URI. */
	const sources = new Map<string, { readonly shown: vscode.Uri; readonly files: ReadonlySet<string> }>();
	let waiting: NodeJS.Timeout | undefined;

	async function write(shown: vscode.Uri): Promise<string> {
		const file = vscode.Uri.parse(shown.query);
		const found = await (await language.start()).resolvedProject(file);
		sources.set(shown.toString(), { shown, files: new Set([file.toString(), ...(found?.files ?? [])]) });
		if (!found) return `# ${vscode.l10n.t("The file is no more to be read.")}\n`;
		if ("text" in found) return found.text;
		return [vscode.l10n.t("Compose refuses the project:"), ...found.problems].map((line) => `# ${line}\n`).join("");
	}

	function follow({ document }: vscode.TextDocumentChangeEvent): void {
		const uri = document.uri.toString();
		const concerned = [...sources.values()].filter(({ files }) => files.has(uri));
		if (concerned.length === 0) return;
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			for (const { shown } of concerned) changed.fire(shown);
		}, patience);
	}

	const listeners = vscode.Disposable.from(
		vscode.workspace.registerTextDocumentContentProvider(scheme, { onDidChange: changed.event, provideTextDocumentContent: write }),
		vscode.workspace.onDidChangeTextDocument(follow),
		vscode.workspace.onDidCloseTextDocument(({ uri }) => void sources.delete(uri.toString())),
		changed,
	);
	return {
		of(file) {
			const name =
				file.path
					.split("/")
					.at(-1)
					?.replace(/\.ya?ml$/, "") ?? "compose";
			const shown = vscode.Uri.from({ scheme, path: `/${name}.resolved.yaml`, query: file.toString() });
			// One that is open already may have missed what changed on the disk.
			if (sources.has(shown.toString())) changed.fire(shown);
			return shown;
		},
		dispose() {
			clearTimeout(waiting);
			listeners.dispose();
		},
	};
}
