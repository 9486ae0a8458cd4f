import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { bakeCompletions, dockerfileWanted } from "../../engine/language/bake/completion.ts";
import { dockerfileBeside } from "../bake.ts";
import type { Server } from "../feature.ts";
import { takenBy, toCompletionItem, toDocumentation } from "../lsp/completion.ts";

/** What may stand in a bake file. There are few items, and so their documentation comes along. */
export function completionsInBake(server: Server, { uri }: TextDocument, position: Position): CompletionList | null {
	const { opened, client, options, catalogue } = server;
	const found = opened(uri);
	if (found?.id !== "bake") return null;
	const { document, file } = found;
	const offset = document.offsetAt(position);
	const completions = bakeCompletions(file, offset, dockerfileBeside(server, uri, dockerfileWanted(file, offset))?.file);
	if (!completions) return null;
	const taken = takenBy(client, options.suggestCommand, catalogue);
	const items = completions.flatMap((completion, index): readonly CompletionItem[] => {
		const item = toCompletionItem(document, offset, completion, taken, { index });
		const about = completion.about?.(catalogue);
		return item ? [about ? { ...item, documentation: toDocumentation(about, client) } : item] : [];
	});
	return { isIncomplete: false, items };
}
