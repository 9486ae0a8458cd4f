import { dirname } from "node:path";
import type { CancellationToken } from "vscode-languageserver";
import { createEffect } from "../engine/dockerignore/effect.ts";
import type { Dockerignore, Pattern } from "../engine/dockerignore/patterns.ts";
import type { Looked } from "../engine/language/dockerignore/hover.ts";
import { walkFolder } from "../files/walk.ts";
import { pathOf } from "./configurations.ts";

/** So much is looked at before somebody who points at a pattern has waited for long enough. */
const limits = { mostEntries: 200_000, mostMilliseconds: 1500 };

/** What the pattern does to what lies in the folder of the file. One for a single Dockerfile is about a folder that nobody knows, and is taken to lie in it. */
export async function lookAt(uri: string, file: Dockerignore, pattern: Pattern, token: CancellationToken): Promise<Looked> {
	const path = pathOf(uri);
	if (path === undefined) return { effect: undefined, isWhole: false };
	const { add, effect } = createEffect(file, pattern);
	const isWhole = await walkFolder(dirname(path), add, { ...limits, isCancelled: () => token.isCancellationRequested });
	return { effect, isWhole };
}
