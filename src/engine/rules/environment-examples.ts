import { readEnvFile } from "../compose/env-file.ts";
import { folderOf } from "../compose/file-paths.ts";
import type { LintedCompose } from "../compose/linted.ts";
import { fact } from "../text/fact.ts";
import { ownEnvironmentPath } from "./environment-files.ts";

/** `.env.example`, `example.env`, `.env.dist` and the like. */
const exampleName = /^\.?env[.\-_](?:example|sample|template|tpl|dist|default|defaults)$|^\.?(?:example|sample|template|dist)[.\-_]env$/i;

export type EnvironmentExample = { readonly path: string; readonly names: ReadonlySet<string> };

/** What lies beside `.env` to be copied to it. A variable that is commented out there counts. */
export const environmentExampleOf = fact((file: LintedCompose): EnvironmentExample | undefined => {
	const folder = folderOf(ownEnvironmentPath(file));
	const name = file.files.list(folder)?.find((each) => exampleName.test(each));
	const text = name === undefined ? undefined : file.files.text(`${folder}/${name}`);
	if (text === undefined) return undefined;
	const bare = text.replaceAll(/^[ \t]*#[ \t]*(?=(?:export[ \t]+)?[A-Za-z_]\w*=)/gm, "");
	const written = new Set([...bare.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*[=:]/gm)].map(([, each = ""]) => each));
	for (const entry of readEnvFile(text, () => undefined).entries) written.add(entry.name);
	return { path: `${folder}/${name}`, names: written };
});
