import { type AnnotatedTextEdit, ErrorCodes, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import type { Refused } from "../../engine/language/refused.ts";
import { type Catalogue, plainTextOf, say } from "../../engine/text/message.ts";
import type { Feature } from "../feature.ts";
import { guard, guardPlace } from "../guard.ts";
import type { EditsIn } from "../languages/language-features.ts";
import { toLspRange, toTextEdits, toWorkspaceEdit } from "../lsp/to.ts";

/** Another name for what is named at the cursor, wherever it is named. */
export const rename: Feature = {
	capabilities: ({ textDocument }) => ({ renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
	register(server) {
		const { connection, client, inLanguage, catalogue } = server;
		const { documentChanges: bindsVersions = false, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
		const takesSuggestions = bindsVersions && changeAnnotationSupport !== undefined;
		/** Editors show it where the new name was typed. */
		const toError = ({ refused }: Refused): ResponseError => new ResponseError(ErrorCodes.InvalidParams, plainTextOf(refused, catalogue));
		connection.onPrepareRename(
			guard(server, "Rename", null, ({ textDocument, position }) => {
				const open = inLanguage(textDocument.uri);
				const found = open?.features.renamableAt?.(open.document.offsetAt(position));
				if (!open || !found) return null;
				return "refused" in found ? toError(found) : { range: toLspRange(open.document, found.range), placeholder: found.name };
			}),
		);
		connection.onRenameRequest(
			guardPlace(server, "Rename", null, async ({ textDocument, position, newName }, token): Promise<WorkspaceEdit | ResponseError | null> => {
				const open = inLanguage(textDocument.uri);
				const found = await open?.features.renameAt?.(open.document.offsetAt(position), newName, token);
				if (!found) return null;
				if ("refused" in found) return toError(found);
				const all = joined(found.map(({ document, isOpen, edits }) => toWorkspaceEdit(document, edits, { bindsVersions, isOpen })));
				return takesSuggestions ? withSuggestions(all, found, catalogue) : all;
			}),
		);
	},
};

/** With edits that the client lets somebody look at first. */
function withSuggestions(all: WorkspaceEdit, found: readonly EditsIn[], catalogue: Catalogue | undefined): WorkspaceEdit {
	const isAny = found.some(({ suggested = [] }) => suggested.length > 0);
	if (!isAny) return all;
	const documentChanges = found.map(({ document, isOpen, edits, suggested = [] }) => ({
		textDocument: { uri: document.uri, version: isOpen ? document.version : null },
		edits: [...toTextEdits(document, edits), ...toTextEdits(document, suggested).map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: "suggested" }))],
	}));
	const label = plainTextOf(say`It may be a host of this name`, catalogue);
	return { documentChanges, changeAnnotations: { suggested: { label, needsConfirmation: true } } };
}

/** Edits of several documents as one. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
	if (edits.some(({ documentChanges }) => documentChanges)) return { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) };
	return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) as NonNullable<WorkspaceEdit["changes"]> };
}
