import type * as vscode from "vscode";
import type { Command } from "./command.ts";

export const addDockerFiles: Command = {
	id: "hullwright.addDockerFiles",
	async run(_services, folder?: vscode.Uri) {
		const { runWizard } = await import("../scaffold/wizard.ts");
		await runWizard(folder);
	},
};
