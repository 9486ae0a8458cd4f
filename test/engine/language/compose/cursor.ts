import { parse } from "../../../../src/engine/compose/parse.ts";
import type { ComposeFile } from "../../../../src/engine/compose/syntax.ts";

/** A file whose text holds a `‸` for the cursor. */
export function withCursor(marked: string): { readonly file: ComposeFile; readonly offset: number } {
	return { file: parse(marked.replace("‸", "")), offset: marked.indexOf("‸") };
}
