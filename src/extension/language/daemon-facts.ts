import * as vscode from "vscode";
import type { DaemonFacts, HeldPort } from "../../engine/compose/daemon-facts.ts";
import type { DaemonSource } from "./client.ts";
import { composeFiles } from "./document-selector.ts";

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
	let listening: readonly HeldPort[] = [];

	function tell(): void {
		const facts = held ? withListening(daemon.facts(), listening) : null;
		const text = JSON.stringify(facts);
		const sent = text === told ? undefined : send(facts);
		if (sent) told = text;
	}

	/** Programs that listen are told of by nobody, so that it is looked for them whenever something else has changed. */
	async function listen(): Promise<void> {
		const found = held ? await daemon.listening(portsIn(documentsInView())).catch(() => []) : [];
		if (JSON.stringify(found) === JSON.stringify(listening)) return;
		listening = found;
		tell();
	}

	function look(): void {
		const isWanted = vscode.workspace.isTrusted && documentsInView().length > 0;
		if (isWanted) held ??= daemon.hold();
		else {
			held?.dispose();
			held = undefined;
		}
		tell();
		void listen();
	}

	function change(): void {
		tell();
		void listen();
	}

	const listeners = vscode.Disposable.from(
		vscode.window.onDidChangeVisibleTextEditors(look),
		vscode.workspace.onDidGrantWorkspaceTrust(look),
		vscode.workspace.onDidSaveTextDocument(look),
		vscode.window.onDidChangeWindowState(({ focused }) => focused && void listen()),
		daemon.onChange(change),
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

const documentsInView = (): readonly vscode.TextDocument[] =>
	vscode.window.visibleTextEditors
		.map(({ document }) => document)
		.filter((document) => composeFiles.some((each) => vscode.languages.match(each, document) > 0));

/** How many behind a port are asked about as well, for one that is free is looked for among them. */
const mostBehind = 20;

/** All that may be meant as ports of the host. */
function portsIn(documents: readonly vscode.TextDocument[]): readonly number[] {
	const written = documents.flatMap((document) => [...document.getText().matchAll(/(?<![\d.])(\d{1,5})(?=:\d)|published["']?:[ \t]*["']?(\d{1,5})/g)]);
	const ports = written.slice(0, 200).map(([, short, long]) => Number(short ?? long));
	return [...new Set(ports.flatMap((port) => Array.from({ length: mostBehind }, (_, index) => port + index)))].filter((port) => port > 0 && port < 65_536);
}

/** For its containers the engine itself listens. */
function withListening(facts: DaemonFacts | undefined, listening: readonly HeldPort[]): DaemonFacts | null {
	if (!facts) return null;
	const byContainers = new Set(facts.ports.map(({ port }) => port));
	return { ...facts, ports: [...facts.ports, ...listening.filter(({ port }) => !byContainers.has(port))] };
}
