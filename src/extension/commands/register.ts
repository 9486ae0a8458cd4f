import * as vscode from "vscode";
import type { Services } from "./command.ts";
import { commandIds } from "./ids.ts";

/** Registers all commands by their ids. What they do is loaded with the first one that is run. */
export function registerCommands(services: Services): vscode.Disposable {
	const run = async (id: string, args: never[]): Promise<void> => {
		const { runCommand } = await import("./run.ts");
		await runCommand(id, services, args);
	};
	return vscode.Disposable.from(...commandIds.map((id) => vscode.commands.registerCommand(id, (...args: never[]) => run(id, args))));
}
