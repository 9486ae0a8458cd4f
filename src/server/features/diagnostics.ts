import { type ClientCapabilities, type DocumentDiagnosticParams, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import type { Finding } from "../../engine/lint/lint.ts";
import type { Feature, Server } from "../feature.ts";
import { guard } from "../guard.ts";
import { type DiagnosticLook, toDiagnostic } from "../lsp/to.ts";

/** Problems, for clients that ask for them and for those that wait to be told. */
export const diagnostics: Feature = {
	capabilities: (client) =>
		pullsDiagnostics(client) ? { diagnosticProvider: { identifier: "hullwright", interFileDependencies: false, workspaceDiagnostics: false } } : {},
	register(server) {
		if (pullsDiagnostics(server.client)) answer(server);
		else push(server);
	},
};

const pullsDiagnostics = ({ textDocument }: ClientCapabilities): boolean => textDocument?.diagnostic !== undefined;

async function diagnosticsOf({ analysed, rulePage, catalogue }: Server, uri: string): Promise<Diagnostic[]> {
	const found = await analysed(uri);
	if (!found) return [];
	const { findings, old } = found.analysis;
	const look = (finding: Finding): DiagnosticLook => ({ page: rulePage(finding.rule), old: old.has(finding) ? old.size : undefined, catalogue });
	return findings.map((finding) => toDiagnostic(found.document, finding, look(finding)));
}

function answer(server: Server): void {
	const { connection, client, onRefresh } = server;
	connection.languages.diagnostics.on(
		guard<DocumentDiagnosticParams, DocumentDiagnosticReport>(
			server,
			"Diagnostics",
			{ kind: DocumentDiagnosticReportKind.Full, items: [] },
			async ({ textDocument }) => ({ kind: DocumentDiagnosticReportKind.Full, items: await diagnosticsOf(server, textDocument.uri) }),
		),
	);
	if (client.workspace?.diagnostics?.refreshSupport) onRefresh(() => void connection.languages.diagnostics.refresh());
}

function push(server: Server): void {
	const { connection, documents, isLintedOnSave, onRefresh } = server;

	async function send(document: TextDocument): Promise<void> {
		const { uri, version } = document;
		const problems = await diagnosticsOf(server, uri);
		if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics: problems });
	}

	const sendGuarded = guard(server, "Diagnostics", undefined, send);
	const neverCancelled = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
	const sendSoon = (document: TextDocument): void => void sendGuarded(document, neverCancelled);

	async function sendIfTyped(document: TextDocument): Promise<void> {
		if (!(await isLintedOnSave(document.uri))) sendSoon(document);
	}

	documents.onDidOpen(({ document }) => sendSoon(document));
	documents.onDidSave(({ document }) => sendSoon(document));
	documents.onDidChangeContent(({ document }) => void sendIfTyped(document));
	documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
	onRefresh(() => documents.all().forEach(sendSoon));
}
