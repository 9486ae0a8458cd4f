import { ErrorCodes, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import { type Refused, renamableAt, renameAt } from "../../engine/language/dockerfile/rename.ts";
import { plainTextOf } from "../../engine/text/message.ts";
import { replace } from "../../engine/text/text.ts";
import type { Feature } from "../feature.ts";
import { guard, guardPlace } from "../guard.ts";
import { toLspRange, toWorkspaceEdit } from "../lsp/to.ts";
import { namedElsewhere } from "../named-elsewhere.ts";

/** Another name for a stage, an argument, a variable or the word around a here document; what builds the stage, or gives the argument, is changed with it. */
export const rename: Feature = {
	capabilities: ({ textDocument }) => ({ renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
	register(server) {
		const { connection, log, client, parsed, catalogue } = server;
		const bindsVersions = client.workspace?.workspaceEdit?.documentChanges === true;
		/** Editors show it where the new name was typed. */
		const toError = ({ refused }: Refused): ResponseError => new ResponseError(ErrorCodes.InvalidParams, plainTextOf(refused, catalogue));
		connection.onPrepareRename(
			guard(log, "Rename", null, ({ textDocument, position }) => {
				const open = parsed(textDocument.uri);
				const found = open && renamableAt(open.file, open.document.offsetAt(position));
				if (!open || !found) return null;
				return "refused" in found ? toError(found) : { range: toLspRange(open.document, found.range), placeholder: found.name };
			}),
		);
		connection.onRenameRequest(
			guardPlace(server, "Rename", null, async ({ textDocument, position, newName }, token): Promise<WorkspaceEdit | ResponseError | null> => {
				const open = parsed(textDocument.uri);
				const found = open && renameAt(open.file, open.document.offsetAt(position), newName);
				if (!open || !found) return null;
				if ("refused" in found) return toError(found);
				const own = toWorkspaceEdit(open.document, found.edits, { bindsVersions });
				if (!found.outside) return own;
				const { kind, from } = found.outside;
				const others = (await namedElsewhere(server, textDocument.uri, { kind, name: from }, token)).map(({ document, isOpen, ranges }) => {
					const edits = ranges.map((range) => replace(range, newName));
					return toWorkspaceEdit(document, edits, { bindsVersions, isOpen });
				});
				return joined([own, ...others]);
			}),
		);
	},
};

/** Edits of several documents as one. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
	if (edits.some(({ documentChanges }) => documentChanges)) return { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) };
	return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) as NonNullable<WorkspaceEdit["changes"]> };
}
