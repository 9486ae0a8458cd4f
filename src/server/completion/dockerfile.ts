import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Completion, completionsAt, wantsOf } from "../../engine/language/dockerfile/completion/completion.ts";
import { createDisk } from "../../files/disk.ts";
import { pathOf } from "../configurations.ts";
import type { Server } from "../feature.ts";
import { takenBy, toCompletionItem, toDocumentation } from "../lsp/completion.ts";
import { contextEntries } from "./build-context.ts";
import { createKnownImages } from "./known-images.ts";

/** Completion in Dockerfiles. */
export type DockerfileCompletion = {
	/** Null where nothing is known of the place. `isAsked`: whether the user wants the list, and has not just typed a blank. */
	at(document: TextDocument, position: Position, isAsked: boolean): Promise<CompletionList | null>;
	/** The item with its documentation, as long as its list is one of the latest. */
	resolve(item: CompletionItem): CompletionItem;
};

/** An editor may still look at a list when the next is on its way. */
const keptLists = 4;

export function createDockerfileCompletion(server: Server): DockerfileCompletion {
	const { client, options, catalogue, parsed } = server;
	const taken = takenBy(client, options.suggestCommand, catalogue);
	const lists = new Map<number, readonly Completion[]>();
	const knownImages = createKnownImages(server);
	let latest = 0;

	return {
		async at({ uri }, position, isAsked) {
			const found = parsed(uri);
			if (!found) return null;
			const { document, file } = found;
			const offset = document.offsetAt(position);
			const wants = wantsOf(file, offset);
			const path = pathOf(uri);
			const folder = wants.folder === undefined || path === undefined ? undefined : await contextEntries(path, wants.folder, createDisk());
			const known = wants.images ? await knownImages() : undefined;
			const completions = completionsAt(file, offset, { entries: folder?.entries ?? [], images: known?.images ?? [], isAsked });
			if (!completions) return null;
			lists.set(++latest, completions);
			lists.delete(latest - keptLists);
			const items = completions.flatMap((completion, index) => toCompletionItem(document, offset, completion, taken, { list: latest, index }) ?? []);
			return { isIncomplete: folder?.isComplete === false || known?.isComplete === false, items };
		},
		resolve(item) {
			const { list, index } = (item.data ?? {}) as { readonly list?: number; readonly index?: number };
			const completion = list === undefined || index === undefined ? undefined : lists.get(list)?.[index];
			const markdown = completion?.about?.(catalogue);
			return markdown ? { ...item, documentation: toDocumentation(markdown, client) } : item;
		},
	};
}
