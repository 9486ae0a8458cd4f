import * as vscode from "vscode";
import type { StageRow } from "../../server/protocol.ts";

/** So long after the last change in milliseconds lines are drawn anew. */
const pause = 200;

/** Draws a line above each stage but the first, unless the settings switch that off. */
export function showStageDividers(stagesOf: (uri: vscode.Uri) => Promise<readonly StageRow[]>): vscode.Disposable {
	const divider = vscode.window.createTextEditorDecorationType({
		isWholeLine: true,
		borderWidth: "1px 0 0 0",
		borderStyle: "solid",
		borderColor: new vscode.ThemeColor("hullwright.stageDivider"),
	});
	let waiting: ReturnType<typeof setTimeout> | undefined;

	async function draw(editor: vscode.TextEditor): Promise<void> {
		const { document } = editor;
		const { version } = document;
		const isWanted = document.languageId === "dockerfile" && vscode.workspace.getConfiguration("hullwright", document).get("stageDividers") !== false;
		const stages = isWanted ? await stagesOf(document.uri) : [];
		// After a change they are asked for again.
		if (document.version !== version) return;
		editor.setDecorations(
			divider,
			stages.slice(1).map(({ line }) => new vscode.Range(line, 0, line, 0)),
		);
	}

	function drawAll(): void {
		for (const editor of vscode.window.visibleTextEditors) void draw(editor);
	}

	function drawSoon(): void {
		clearTimeout(waiting);
		waiting = setTimeout(drawAll, pause);
	}

	drawAll();
	return vscode.Disposable.from(
		divider,
		{ dispose: () => clearTimeout(waiting) },
		vscode.window.onDidChangeVisibleTextEditors(drawAll),
		vscode.workspace.onDidChangeTextDocument(({ document }) => {
			if (document.languageId === "dockerfile") drawSoon();
		}),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration("hullwright.stageDividers")) drawAll();
		}),
	);
}
