import * as vscode from "vscode";
import { type Middleware, vsdiag } from "vscode-languageclient";
import { resolvedScheme } from "../resolved-scheme.ts";

const isCompose = /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;

/** What the editor is not to show twice, wherever the client runs. */
export const middleware: Middleware = {
	provideCompletionItem(document, position, context, token, next) {
		// The YAML extension completes the configuration by our schema, and nobody wants to see each name twice. In Compose files the server leaves out what others say.
		const isCompleted = document.languageId === "yaml" && !isCompose.test(document.uri.path) && vscode.extensions.getExtension("redhat.vscode-yaml");
		return isCompleted ? [] : next(document, position, context, token);
	},
	provideDiagnostics(document, previous, token, next) {
		// The old side of a comparison cannot be mended, and would show each problem twice; so would what Compose makes of a file.
		return isOnlyShown(document instanceof vscode.Uri ? document : document.uri)
			? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
			: next(document, previous, token);
	},
	provideCodeLenses(document, token, next) {
		// Their commands are about the file itself.
		return isOnlyShown(document.uri) ? [] : next(document, token);
	},
};

const isOnlyShown = ({ scheme }: vscode.Uri): boolean => vscode.workspace.fs.isWritableFileSystem(scheme) === false || scheme === resolvedScheme;
