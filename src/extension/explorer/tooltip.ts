import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { ExplorerKind, Fact, Node } from "./kind.ts";

/** The facts about a node, for VS Code to show. */
export async function tooltipOf(kind: ExplorerKind, node: Node, docker: Docker): Promise<vscode.MarkdownString> {
	const { name: heading, facts } = await kind.tooltip(node, docker, vscode.l10n.t);
	const text = new vscode.MarkdownString();
	text.appendMarkdown(`**${escaped(heading)}**`);
	for (const [name, value] of facts) append(text, name, value);
	return text;
}

function append(text: vscode.MarkdownString, name: string, value: Fact[1]): void {
	if (typeof value === "string") {
		if (value) text.appendMarkdown(`  \n${escaped(name)}: ${escaped(value)}`);
	} else if ("output" in value) {
		if (value.output) text.appendMarkdown(`  \n${escaped(name)}:`).appendCodeblock(value.output, "text");
	} else if (value.length > 0) {
		const links = value.map(({ text: shown, url }) => (url ? `[${escaped(shown)}](${encodeURI(url)})` : escaped(shown)));
		text.appendMarkdown(`  \n${escaped(name)}: ${links.join(", ")}`);
	}
}

/** VS Code's own `appendText` makes all blanks unbreakable, so that long texts are cut within words. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
