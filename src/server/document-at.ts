import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pathOf } from "./path-of.ts";
import type { Host } from "./feature.ts";

/** The document at a path. Undefined where none can be read. */
export function documentAt(
	{ textNow, documents }: Pick<Host, "textNow" | "documents">,
	path: string,
	languageId: string,
): { readonly document: TextDocument; readonly isOpen: boolean } | undefined {
	const text = textNow(path);
	if (text === undefined) return undefined;
	const open = documents.all().find((each) => pathOf(each.uri) === path);
	return { document: open ?? TextDocument.create(pathToFileURL(path).href, languageId, 0, text), isOpen: open !== undefined };
}
