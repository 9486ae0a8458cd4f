import { dirname, join } from "node:path";
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { createEffect } from "../../engine/dockerignore/effect.ts";
import type { Dockerignore, Pattern } from "../../engine/dockerignore/patterns.ts";
import { patternCompletions, patternCursorAt } from "../../engine/language/dockerignore/completion.ts";
import { type Looked, patternAt, patternHover } from "../../engine/language/dockerignore/hover.ts";
import { listFolder } from "../../files/folder.ts";
import { walkFolder } from "../../files/walk.ts";
import { pathOf } from "../path-of.ts";
import type { Host } from "../feature.ts";
import type { Completions, LanguageFeatures } from "./language-features.ts";

export const featuresOfDockerignore = ({ catalogue }: Host, { uri }: TextDocument, file: Dockerignore): LanguageFeatures => ({
	hoverAt: async (offset, token) => {
		const pattern = patternAt(file, offset);
		return pattern && patternHover(file, pattern, await lookAt(uri, file, pattern, token), catalogue);
	},
	completionsAt: (offset) => completionsAt(uri, file, offset),
});

/** So much is looked at before somebody who points at a pattern has waited for long enough. */
const limits = { mostEntries: 200_000, mostMilliseconds: 1500 };

/** What the pattern does to what lies in the folder of the file. One for a single Dockerfile is about a folder that nobody knows, and is taken to lie in it. */
async function lookAt(uri: string, file: Dockerignore, pattern: Pattern, token: CancellationToken): Promise<Looked> {
	const path = pathOf(uri);
	if (path === undefined) return { effect: undefined, isWhole: false };
	const { add, effect } = createEffect(file, pattern);
	const isWhole = await walkFolder(dirname(path), add, { ...limits, isCancelled: () => token.isCancellationRequested });
	return { effect, isWhole };
}

/** Patterns, and paths of the folder that the file lies in. */
async function completionsAt(uri: string, file: Dockerignore, offset: number): Promise<Completions | undefined> {
	const cursor = patternCursorAt(file, offset);
	if (!cursor) return undefined;
	const path = pathOf(uri);
	const folder = path === undefined || cursor.folder === undefined ? undefined : await listFolder(join(dirname(path), cursor.folder));
	return { completions: patternCompletions(file, cursor, folder?.entries ?? []), isComplete: folder?.isComplete !== false };
}
