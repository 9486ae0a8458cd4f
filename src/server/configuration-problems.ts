import type { Diagnostic } from "vscode-languageserver-types";
import type { Catalogue } from "../engine/text/message.ts";
import type { ConfigurationFile } from "../files/configurations.ts";
import { toConfigurationDiagnostics } from "./lsp/to.ts";

/**
 * Shows what is wrong in the configuration files that open documents use, each open one itself included, and takes it away when none uses the file any more.
 * They are sent unasked, also to a client that asks for problems, for most of these files are not open.
 */
export function createConfigurationProblems(
	uriOf: (path: string) => string,
	publish: (uri: string, diagnostics: Diagnostic[]) => void,
	catalogue: () => Catalogue | undefined,
): (document: string, file: ConfigurationFile | undefined) => void {
	/** By document, the configuration that it uses; by configuration, what is shown in it. */
	const pathOf = new Map<string, string>();
	const shown = new Map<string, { readonly uri: string; readonly file: ConfigurationFile }>();

	function show(file: ConfigurationFile): void {
		const last = shown.get(file.path);
		const uri = uriOf(file.path);
		if (last?.file === file && last.uri === uri) return;
		if (last && last.uri !== uri) publish(last.uri, []);
		if (last || file.problems.length > 0) publish(uri, toConfigurationDiagnostics(uri, file, catalogue()));
		shown.set(file.path, { uri, file });
	}

	return (document, file) => {
		const before = pathOf.get(document);
		if (file) pathOf.set(document, file.path);
		else pathOf.delete(document);
		if (file) show(file);
		if (before === undefined || before === file?.path || [...pathOf.values()].includes(before)) return;
		const last = shown.get(before);
		if (last && last.file.problems.length > 0) publish(last.uri, []);
		shown.delete(before);
	};
}
