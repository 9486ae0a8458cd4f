import * as vscode from "vscode";
import type { View } from "./menus.ts";
import { withProgress } from "../window.ts";

/** Says how far it is: `done` of `all`, in the same unit, where that is known. */
export type Report = (message: string, done?: number, all?: number) => void;

/** Shows what takes a while, with a button that ends it. Undefined where the user has ended it. */
export async function longTask<Result>(title: string, run: (signal: AbortSignal, report: Report) => Promise<Result>): Promise<Result | undefined> {
	const options = { location: vscode.ProgressLocation.Notification, title: title, cancellable: true };
	return withProgress(options, async (progress, cancelled) => {
		const ending = new AbortController();
		const listening = cancelled.onCancellationRequested(() => ending.abort());
		let shown = 0;
		try {
			return await run(ending.signal, (message, done = 0, all = 0) => {
				const percent = all > 0 ? Math.min(100, (100 * done) / all) : shown;
				progress.report({ message: message, increment: Math.max(0, percent - shown) });
				shown = Math.max(shown, percent);
			});
		} catch (error) {
			if (ending.signal.aborted) return undefined;
			throw error;
		} finally {
			listening.dispose();
		}
	});
}

/** Shows in the view that something is under way that does not take long. */
export const shownIn = <Result>(view: View, run: () => Promise<Result>): Thenable<Result> => withProgress({ location: { viewId: `hullwright.${view}` } }, run);

/** Where a file is to be written to, or one is to be read from, on the machine that the extension runs on. */
export function pathOf(uri: vscode.Uri): string {
	if (uri.scheme !== "file") throw new Error(vscode.l10n.t("Choose a file on a disk of the machine that Hullwright runs on; {0} is none.", uri.toString()));
	return uri.fsPath;
}

/** A name for a file, of whatever stands in `text`. */
export const fileNameOf = (text: string): string => text.replace(/[^\w.-]+/g, "-").replace(/^[-.]+/, "") || "image";

/** In the first folder of the workspace, where there is one. */
export const inWorkspace = (name: string): { readonly defaultUri?: vscode.Uri } => {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	return folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, name) } : {};
};
