import type { Diagnostic } from "vscode-languageserver-types";
import type { ConfigurationFile } from "./configurations.ts";

/** Shows what is wrong in the configuration files that open documents use, and takes it away when none uses the file any more. */
export function createConfigurationProblems(
	publish: (uri: string, diagnostics: Diagnostic[]) => void,
): (document: string, file: ConfigurationFile | undefined) => void {
	const fileOf = new Map<string, string>();
	const shown = new Map<string, readonly Diagnostic[]>();
	return (document, file) => {
		const before = fileOf.get(document);
		if (file) fileOf.set(document, file.uri);
		else fileOf.delete(document);
		if (file && shown.get(file.uri) !== file.problems) {
			if (file.problems.length > 0 || shown.has(file.uri)) publish(file.uri, [...file.problems]);
			shown.set(file.uri, file.problems);
		}
		if (before === undefined || before === file?.uri || [...fileOf.values()].includes(before)) return;
		if ((shown.get(before)?.length ?? 0) > 0) publish(before, []);
		shown.delete(before);
	};
}
