import * as vscode from "vscode";
import type { Command } from "./command.ts";

/** Shows a rule's packed page; asks for the rule where none is given. */
export default {
	id: "hullwright.showRule",
	title: "Show Rule Documentation…",
	async run({ rulePages }, rule?: unknown) {
		const id = isRuleId(rule) ? rule : await pickRule(rulePages);
		if (id !== undefined) await vscode.commands.executeCommand("vscode.open", vscode.Uri.joinPath(rulePages, `${id}.md`));
	},
} satisfies Command;

/** Nothing that leads out of the folder of the pages. */
const isRuleId = (id: unknown): id is string => typeof id === "string" && /^[a-z\d-]+$/.test(id);

async function pickRule(rulePages: vscode.Uri): Promise<string | undefined> {
	const files = await vscode.workspace.fs.readDirectory(rulePages);
	const ids = files.map(([name]) => name.replace(/\.md$/, "")).filter(isRuleId);
	return vscode.window.showQuickPick(ids.toSorted(), { placeHolder: vscode.l10n.t("Choose the rule to read about") });
}
