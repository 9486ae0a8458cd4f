import { basename, dirname, join, resolve } from "node:path";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { parseBake } from "../engine/bake/parse.ts";
import type { BakeFile } from "../engine/bake/syntax.ts";
import { readAlongWith } from "../engine/bake/usual-files.ts";
import { parse } from "../engine/dockerfile/parse.ts";
import type { Dockerfile } from "../engine/dockerfile/syntax.ts";
import { pathOf } from "./path-of.ts";
import { documentAt } from "./document-at.ts";
import type { Host } from "./feature.ts";

/** A document as it is now, whether it is open or stored. */
export type Beside<File> = { readonly document: TextDocument; readonly isOpen: boolean; readonly file: File };

/** A Dockerfile that a bake file names, by its path from there. Undefined where it cannot be read, or the bake file is on no disk. */
export function dockerfileBeside(host: Pick<Host, "textNow" | "documents">, uri: string, path: string | undefined): Beside<Dockerfile> | undefined {
	const own = pathOf(uri);
	const found = own === undefined || path === undefined ? undefined : documentAt(host, resolve(dirname(own), path), "dockerfile");
	return found && { ...found, file: parse(found.document.getText()) };
}

/** The bake files that bake reads along with one, those first that count less than it, and those that count more. */
export function bakeFilesAlong(
	host: Pick<Host, "textNow" | "documents">,
	uri: string,
): { readonly before: readonly Beside<BakeFile>[]; readonly behind: readonly Beside<BakeFile>[] } {
	const own = pathOf(uri);
	const { before, behind } = readAlongWith(own === undefined ? "" : basename(own));
	const read = (name: string): readonly Beside<BakeFile>[] => {
		const found = documentAt(host, join(dirname(own ?? ""), name), "dockerbake");
		return found ? [{ ...found, file: parseBake(found.document.getText()) }] : [];
	};
	return { before: before.flatMap(read), behind: behind.flatMap(read) };
}
