import * as vscode from "vscode";

/** Types a line of ours into a terminal, where it can ask for a password and is seen. Nothing that anybody else has written may stand in it. */
export function runInTerminal(name: string, line: string): void {
	const terminal = vscode.window.createTerminal({ name });
	terminal.show();
	terminal.sendText(line);
}
