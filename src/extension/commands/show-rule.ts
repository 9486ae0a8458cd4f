import * as vscode from "vscode";
import { findListed, type ListedRule } from "../rule-list.ts";
import type { Command } from "./command.ts";
import { showQuickPick } from "../window.ts";

/** Shows a rule's packed page, by any of its names; asks for the rule where none is given, and where several are meant. */
export default {
	id: "hullwright.showRule",
	title: "Show Rule Documentation…",
	async run({ rulePages }, name?: unknown) {
		const all = await listRules(rulePages);
		const named = typeof name === "string" ? findListed(all, name) : [];
		const rule = named.length === 1 ? named[0] : await pickRule(named.length > 0 ? named : all);
		if (!rule) return;
		const page = vscode.Uri.joinPath(rulePages, `${rule.id}.md`);
		// To read, not to edit. A VS Code without its own Markdown extension shows the text.
		const hasPreview = vscode.extensions.getExtension("vscode.markdown-language-features") !== undefined;
		await vscode.commands.executeCommand(hasPreview ? "markdown.showPreview" : "vscode.open", page);
	},
} satisfies Command;

/** From the packed lists, one for each language that rules are about. */
async function listRules(rulePages: vscode.Uri): Promise<readonly ListedRule[]> {
	const files = await vscode.workspace.fs.readDirectory(rulePages);
	const lists = files.filter(([name]) => name.endsWith(".json")).map(([name]) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(rulePages, name)));
	const rules = (await Promise.all(lists)).flatMap((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as readonly ListedRule[]);
	return rules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

async function pickRule(rules: readonly ListedRule[]): Promise<ListedRule | undefined> {
	const items = rules.map((rule) => ({ label: rule.id, description: rule.names.join(", "), detail: rule.title, rule }));
	const placeHolder = vscode.l10n.t("Choose the rule to read about");
	return (await showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.rule;
}
