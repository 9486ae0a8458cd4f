import { dirname, join } from "node:path";
import type { CompletionList, Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { patternCompletions, patternCursorAt } from "../../engine/language/dockerignore/completion.ts";
import { listFolder } from "../../files/folder.ts";
import { pathOf } from "../configurations.ts";
import type { Server } from "../feature.ts";
import { takenBy, toCompletionItem } from "../lsp/completion.ts";

/** Patterns, and paths of the folder that the file lies in. */
export async function dockerignoreCompletions(
	{ opened, client, options, catalogue }: Server,
	{ uri }: TextDocument,
	position: Position,
): Promise<CompletionList | null> {
	const found = opened(uri);
	if (found?.id !== "dockerignore") return null;
	const { document, file } = found;
	const offset = document.offsetAt(position);
	const cursor = patternCursorAt(file, offset);
	if (!cursor) return null;
	const path = pathOf(uri);
	const folder = path === undefined || cursor.folder === undefined ? undefined : await listFolder(join(dirname(path), cursor.folder));
	const taken = takenBy(client, options.suggestCommand, catalogue);
	const items = patternCompletions(file, cursor, folder?.entries ?? []).flatMap(
		(completion, index) => toCompletionItem(document, offset, completion, taken, { index }) ?? [],
	);
	return { isIncomplete: folder?.isComplete === false, items };
}
