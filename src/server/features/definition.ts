import { definitionAt } from "../../engine/language/dockerfile/navigation.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** Where a stage, an argument or a variable is defined. */
export const definition: Feature = {
	capabilities: () => ({ definitionProvider: true }),
	register({ connection, log, client, parsed }) {
		const takesLinks = client.textDocument?.definition?.linkSupport === true;
		connection.onDefinition(
			guard(log, "Definition", null, ({ textDocument, position }) => {
				const open = parsed(textDocument.uri);
				const found = open && definitionAt(open.file, open.document.offsetAt(position));
				if (!open || !found) return null;
				const { uri } = open.document;
				const [range, statement] = [toLspRange(open.document, found.target), toLspRange(open.document, found.statement)];
				if (!takesLinks) return { uri, range };
				return [{ originSelectionRange: toLspRange(open.document, found.origin), targetUri: uri, targetRange: statement, targetSelectionRange: range }];
			}),
		);
	},
};
