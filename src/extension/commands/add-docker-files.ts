import type * as vscode from "vscode";
import type { Command } from "./command.ts";

export default {
	id: "hullwright.addDockerFiles",
	title: "Add Docker Files…",
	menus: [{ menu: "explorer/context", when: "explorerResourceIsFolder && !explorerResourceReadonly", group: "4_hullwright" }],
	async run(_services, folder?: vscode.Uri) {
		const { runWizard } = await import("../scaffold/wizard.ts");
		await runWizard(folder);
	},
} satisfies Command;
