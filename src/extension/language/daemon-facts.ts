import * as vscode from "vscode";
import type { DaemonFacts } from "../../engine/compose/daemon-facts.ts";
import type { DaemonSource } from "./client.ts";
import { documentSelector } from "./document-selector.ts";

const composeFiles = documentSelector.filter((selector) =>
	"language" in selector ? selector.language === "dockercompose" : selector.pattern.includes("compose"),
);

/**
 * Tells what the engine is like while a Compose file is in sight, and as often as it changes. `tell` tells it anew. An engine is asked only for a workspace that
 * the user trusts.
 */
export function tellDaemonFacts(
	daemon: DaemonSource,
	send: (facts: DaemonFacts | null) => Promise<void> | undefined,
): vscode.Disposable & { readonly tell: () => void } {
	let held: vscode.Disposable | undefined;
	let told: string | undefined;

	function tell(): void {
		const facts = held ? (daemon.facts() ?? null) : null;
		const text = JSON.stringify(facts);
		const sent = text === told ? undefined : send(facts);
		if (sent) told = text;
	}

	function look(): void {
		const isWanted =
			vscode.workspace.isTrusted &&
			vscode.window.visibleTextEditors.some(({ document }) => composeFiles.some((each) => vscode.languages.match(each, document) > 0));
		if (isWanted) held ??= daemon.hold();
		else {
			held?.dispose();
			held = undefined;
		}
		tell();
	}

	const listeners = vscode.Disposable.from(
		vscode.window.onDidChangeVisibleTextEditors(look),
		vscode.workspace.onDidGrantWorkspaceTrust(look),
		daemon.onChange(tell),
	);
	look();
	return {
		tell() {
			told = undefined;
			tell();
		},
		dispose() {
			listeners.dispose();
			held?.dispose();
		},
	};
}
