import * as vscode from "vscode";
import type { Choice, ConnectionSettings } from "../docker/connection/endpoint.ts";

/** Which engine this window shows. What is selected here counts for the window alone, is remembered with its workspace, and changes nothing of the CLI's. */
export type EngineChoice = {
	/** VS Code leaves out what an untrusted workspace has set: see `restrictedConfigurations` in package.json. */
	settings(): ConnectionSettings;
	/** Undefined: as the settings say. */
	select(choice: Choice | undefined): Promise<void>;
};

const key = "hullwright.engine";

export const engineChoice = (memory: vscode.Memento): EngineChoice => ({
	settings() {
		const configuration = vscode.workspace.getConfiguration("hullwright.docker");
		const window = memory.get<Choice>(key);
		return { host: configuration.get("host", "").trim(), context: configuration.get("context", "").trim(), ...(window && { window }) };
	},
	select: async (choice) => memory.update(key, choice),
});

/** What a program of Docker's is told, so that it asks the same engine. */
export function daemonArguments({ window, ...settings }: ConnectionSettings): readonly string[] {
	const { host, context } = window ?? settings;
	return host ? ["--host", host] : context ? ["--context", context] : [];
}
