import { ErrorCodes, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import type { Refused } from "../../engine/language/refused.ts";
import { plainTextOf } from "../../engine/text/message.ts";
import type { Feature } from "../feature.ts";
import { guard, guardPlace } from "../guard.ts";
import { toLspRange, toWorkspaceEdit } from "../lsp/to.ts";

/** Another name for what is named at the cursor, wherever it is named. */
export const rename: Feature = {
	capabilities: ({ textDocument }) => ({ renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
	register(server) {
		const { connection, client, inLanguage, catalogue } = server;
		const bindsVersions = client.workspace?.workspaceEdit?.documentChanges === true;
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
				return joined(found.map(({ document, isOpen, edits }) => toWorkspaceEdit(document, edits, { bindsVersions, isOpen })));
			}),
		);
	},
};

/** Edits of several documents as one. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
	if (edits.some(({ documentChanges }) => documentChanges)) return { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) };
	return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) as NonNullable<WorkspaceEdit["changes"]> };
}
