import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { ExplorerKind, Node } from "./kind.ts";

/** The facts about a node, for VS Code to show. */
export async function tooltipOf(kind: ExplorerKind, node: Node, docker: Docker): Promise<vscode.MarkdownString> {
	const { name: heading, facts } = await kind.tooltip(node, docker, vscode.l10n.t);
	const text = new vscode.MarkdownString();
	text.appendMarkdown("**").appendText(heading).appendMarkdown("**");
	for (const [name, value] of facts) {
		if (value) text.appendMarkdown(`  \n${name}: `).appendText(value);
	}
	return text;
}
