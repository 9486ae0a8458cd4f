import { pathToFileURL } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CodeAction, type CodeActionContext, CodeActionKind } from "vscode-languageserver-types";
import { type MissingEnvironmentFile, missingEnvironmentFilesAt, waitingAt } from "../engine/language/compose/suggestions.ts";
import { isAt, placesAt } from "../engine/language/compose/refactor/place.ts";
import { composeVariableAt } from "../engine/language/compose/variables.ts";
import { plainTextOf } from "../engine/text/message.ts";
import { type Range, touches } from "../engine/text/text.ts";
import type { Analysis } from "./analysis.ts";
import type { Server } from "./feature.ts";
import { fromLspRange } from "./lsp/from.ts";
import { toWorkspaceEdit } from "./lsp/to.ts";
import { withFile } from "./refactorings.ts";

type Host = Pick<Server, "client" | "options" | "catalogue">;
type Compose = Analysis & { readonly kind: "compose" };

/** A file of variables is made of its example where it is missing. */
export function environmentFileActions(
	{ client, options, catalogue }: Host,
	document: TextDocument,
	{ file, surrounded }: Compose,
	at: Range,
	{ only, diagnostics }: CodeActionContext,
): CodeAction[] {
	const isWanted = only?.some((kind) => kind === "" || kind === CodeActionKind.QuickFix) ?? true;
	const isOfVariables =
		composeVariableAt(file, at.start) !== undefined || placesAt(file, at).some(({ path: [, , key = ""] }) => /^(?:env_file|volumes)$/.test(String(key)));
	const { workspaceEdit } = client.workspace ?? {};
	const createsFiles = workspaceEdit?.documentChanges === true && workspaceEdit.resourceOperations?.includes("create") === true;
	const command = options.createEnvironmentFileCommand;
	if (!isWanted || !isOfVariables || (!createsFiles && command === undefined)) return [];
	const doing = ({ path, example, text }: MissingEnvironmentFile, title: string): Partial<CodeAction> =>
		command === undefined
			? { edit: withFile({}, { path, text }) }
			: { command: { title, command, arguments: [pathToFileURL(example).href, pathToFileURL(path).href] } };
	return missingEnvironmentFilesAt(surrounded, at).map((missing) => {
		const title = plainTextOf(missing.title, catalogue);
		const mended = diagnostics.filter(({ range }) => touches(fromLspRange(document, range), missing.at));
		return { title, kind: CodeActionKind.QuickFix, diagnostics: mended, ...doing(missing, title) };
	});
}

/** What changes the project, for somebody who asks what can be done. */
export function suggestedActions({ client, catalogue }: Host, document: TextDocument, { file, surrounded }: Compose, at: Range): CodeAction[] {
	if (!placesAt(file, at).some(({ path }) => isAt(path.slice(0, 3), "services.*.depends_on"))) return [];
	const bindsVersions = client.workspace?.workspaceEdit?.documentChanges === true;
	return waitingAt(surrounded, at).map(({ title, edits }) => ({
		title: plainTextOf(title, catalogue),
		kind: CodeActionKind.RefactorRewrite,
		edit: toWorkspaceEdit(document, edits, { bindsVersions }),
	}));
}
