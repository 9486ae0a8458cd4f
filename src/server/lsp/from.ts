import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range as LspRange } from "vscode-languageserver-types";
import type { Range } from "../../engine/text/text.ts";

/** The engine's offsets for a client's range. */
export const fromLspRange = (document: TextDocument, { start, end }: LspRange): Range => ({ start: document.offsetAt(start), end: document.offsetAt(end) });
