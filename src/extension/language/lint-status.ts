import * as vscode from "vscode";
import type { LintState } from "../../server/protocol.ts";

/** Says in the status bar that the file in front is linted in part only, and why; nothing where all is as it is by default. */
export function showLintStatus(stateOf: (document: vscode.TextDocument) => Promise<LintState | undefined>): vscode.Disposable {
	const item = vscode.window.createStatusBarItem("hullwright.lintState", vscode.StatusBarAlignment.Right, 100);
	item.name = vscode.l10n.t("Hullwright: What Is Not Linted");
	item.command = "hullwright.showRules";

	async function update(): Promise<void> {
		const document = vscode.window.activeTextEditor?.document;
		const state = document && (await stateOf(document));
		// Somebody may have gone on to another file meanwhile.
		if (vscode.window.activeTextEditor?.document !== document) return;
		if (!state || state.reasons.length === 0) {
			item.hide();
			return;
		}
		item.text = `$(shield) ${state.isLinted ? vscode.l10n.t("Linted in part") : vscode.l10n.t("Not linted")}`;
		item.tooltip = ["Hullwright", ...state.reasons].join("\n");
		item.show();
	}

	void update();
	return vscode.Disposable.from(
		item,
		vscode.window.onDidChangeActiveTextEditor(() => void update()),
		vscode.languages.onDidChangeDiagnostics(({ uris }) => {
			const active = vscode.window.activeTextEditor?.document.uri.toString();
			if (uris.some((uri) => uri.toString() === active)) void update();
		}),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration("hullwright")) void update();
		}),
	);
}
