import * as vscode from "vscode";
import type { Shell, TerminalSize } from "../../docker/actions/shell.ts";
import { explain } from "../commands/explain.ts";

/** What a terminal of ours shows: a program that runs elsewhere. */
export type TerminalProgram = {
	readonly name: string;
	readonly icon: string;
	/** Stands above the output. */
	readonly banner?: string;
	readonly start: (size: TerminalSize, output: (text: string) => void) => Promise<Shell>;
	/** What is said at its end, after which the terminal stays until a key is pressed; without it, it closes. */
	readonly end: (exitCode: number | undefined) => string | undefined;
};

export function openProgramTerminal({ name, icon, banner, start, end }: TerminalProgram): vscode.Terminal {
	const written = new vscode.EventEmitter<string>();
	const closed = new vscode.EventEmitter<void>();
	let shell: Shell | undefined;
	let size: TerminalSize = { columns: 80, rows: 24 };
	let isOver = false;
	let isClosed = false;
	const stay = (reason: string): void => {
		isOver = true;
		written.fire(`\r\n${reason}\r\n${vscode.l10n.t("Press a key to close this terminal.")}\r\n`);
	};
	const run = async (): Promise<void> => {
		shell = await start(size, (text) => written.fire(text));
		// It was closed while the program was still being started.
		if (isClosed) shell.close();
		const said = end(await shell.ended);
		if (said === undefined) closed.fire();
		else stay(said);
	};
	const pty: vscode.Pseudoterminal = {
		onDidWrite: written.event,
		onDidClose: closed.event,
		open(initial) {
			size = initial ?? size;
			if (banner) written.fire(`${banner}\r\n`);
			run().catch((error: unknown) => stay(explain(error)));
		},
		handleInput(text) {
			if (isOver) closed.fire();
			else shell?.write(text);
		},
		setDimensions(to) {
			size = to;
			shell?.resize(to);
		},
		close() {
			isClosed = true;
			shell?.close();
		},
	};
	const terminal = vscode.window.createTerminal({ name, pty, iconPath: new vscode.ThemeIcon(icon), isTransient: true });
	terminal.show();
	return terminal;
}
