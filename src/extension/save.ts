import * as vscode from "vscode";

/** So long VS Code may take to store what it has begun to store by itself, in milliseconds. */
const patience = 3_000;

/** Whether what the editor shows is stored then. `save` alone answers that nothing was saved where VS Code saves by itself meanwhile, and that may not be done yet. */
export async function saveAsShown(document: vscode.TextDocument): Promise<boolean> {
	if (document.isDirty && !(await document.save()) && document.isDirty) await stored(document);
	return !document.isDirty;
}

function stored(document: vscode.TextDocument): Promise<void> {
	return new Promise((resolve) => {
		const end = (): void => {
			clearTimeout(timer);
			listening.dispose();
			resolve();
		};
		const timer = setTimeout(end, patience);
		const listening = vscode.workspace.onDidSaveTextDocument((saved) => saved === document && end());
	});
}
