import { environmentFileFor } from "../compose/env-example.ts";
import { readEnvFile } from "../compose/env-file.ts";
import { folderOf } from "../compose/file-paths.ts";
import type { LintedCompose } from "../compose/linted.ts";
import { fact } from "../text/fact.ts";
import { ownEnvironmentPath } from "./environment-files.ts";

export type EnvironmentExample = { readonly path: string; readonly names: ReadonlySet<string> };

/** What lies beside a file of variables to be copied to it; the path is absolute. */
export function exampleBeside({ files }: Pick<LintedCompose, "files">, path: string): string | undefined {
	const folder = folderOf(path);
	const name = files.list(folder)?.find((each) => `${folder}/${environmentFileFor(each) ?? ""}` === path);
	return name === undefined ? undefined : `${folder}/${name}`;
}

/** What is to be copied to `.env`. A variable that is commented out there counts. */
export const environmentExampleOf = fact((file: LintedCompose): EnvironmentExample | undefined => {
	const path = exampleBeside(file, ownEnvironmentPath(file));
	const text = path === undefined ? undefined : file.files.text(path);
	if (path === undefined || text === undefined) return undefined;
	const bare = text.replaceAll(/^[ \t]*#[ \t]*(?=(?:export[ \t]+)?[A-Za-z_]\w*=)/gm, "");
	const written = new Set([...bare.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*[=:]/gm)].map(([, each = ""]) => each));
	for (const entry of readEnvFile(text, () => undefined).entries) written.add(entry.name);
	return { path, names: written };
});
