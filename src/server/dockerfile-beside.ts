import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "../engine/dockerfile/parse.ts";
import type { Dockerfile } from "../engine/dockerfile/syntax.ts";
import { pathOf } from "./configurations.ts";
import type { Host } from "./feature.ts";

/** A Dockerfile that a bake file names, by its path from there. Undefined where it cannot be read, or the bake file is on no disk. */
export function dockerfileBeside(
	{ textNow }: Pick<Host, "textNow">,
	uri: string,
	path: string | undefined,
): { readonly document: TextDocument; readonly file: Dockerfile } | undefined {
	const own = pathOf(uri);
	if (own === undefined || path === undefined) return undefined;
	const absolute = resolve(dirname(own), path);
	const text = textNow(absolute);
	return text === undefined ? undefined : { document: TextDocument.create(pathToFileURL(absolute).href, "dockerfile", 0, text), file: parse(text) };
}
