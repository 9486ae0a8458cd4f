import { basename, dirname, resolve } from "node:path";
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { placesInDockerfiles } from "../engine/bake/builds.ts";
import { parseBake } from "../engine/bake/parse.ts";
import { buildsOf } from "../engine/language/compose/build-names.ts";
import { openerFor } from "../engine/language/languages.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import type { Range } from "../engine/text/text.ts";
import { findAround } from "../files/find-files.ts";
import { documentAt } from "./document-at.ts";
import { pathOf } from "./path-of.ts";
import type { Host } from "./feature.ts";

/** A stage or an argument of a Dockerfile. */
export type Wanted = { readonly kind: "stage" | "argument"; readonly name: string; readonly dockerfile: string };

/** Files that say what to build from a Dockerfile: which stage, with which arguments. */
type NamingFiles = { suits(name: string): boolean; placesIn(text: string, path: string, wanted: Wanted): Promise<readonly Range[]> };

const namingFiles: readonly NamingFiles[] = [
	{
		suits: (name) => languageOfName(name) === "compose",
		async placesIn(text, path, { kind, name, dockerfile }) {
			const opened = (await openerFor("compose"))(text);
			const builds = opened.id === "compose" ? buildsOf(opened.file) : [];
			return builds.flatMap(({ context, dockerfile: own, target, args }) => {
				if (resolve(dirname(path), context, own) !== dockerfile) return [];
				return kind === "argument" ? args.filter((each) => each.name === name) : target?.name.toLowerCase() === name.toLowerCase() ? [target] : [];
			});
		},
	},
	{
		suits: (name) => languageOfName(name) === "bake",
		placesIn: async (text, path, { kind, name, dockerfile }) =>
			placesInDockerfiles(parseBake(text)).filter((place) => {
				const isSame = kind === "stage" ? place.name.toLowerCase() === name.toLowerCase() : place.name === name;
				return place.kind === kind && isSame && place.dockerfiles.some((each) => resolve(dirname(path), each) === dockerfile);
			}),
	},
];

/** Where files of the workspace, and those in the Dockerfile's folder, name it. */
export async function namedElsewhere(
	host: Host,
	uri: string,
	wanted: Omit<Wanted, "dockerfile">,
	token: CancellationToken,
): Promise<readonly { readonly document: TextDocument; readonly isOpen: boolean; readonly ranges: readonly Range[] }[]> {
	const dockerfile = pathOf(uri);
	if (dockerfile === undefined) return [];
	const suits = (name: string): boolean => namingFiles.some((kind) => kind.suits(name));
	const isCancelled = (): boolean => token.isCancellationRequested;
	const found = [];
	for (const path of await findAround(dockerfile, await host.folders(), suits, isCancelled)) {
		const text = isCancelled() ? undefined : host.textNow(path);
		if (text === undefined) continue;
		const ranges = new Map<number, Range>();
		for (const kind of namingFiles)
			if (kind.suits(basename(path))) for (const range of await kind.placesIn(text, path, { ...wanted, dockerfile })) ranges.set(range.start, range);
		if (ranges.size === 0) continue;
		const document = documentAt(host, path, "yaml");
		if (document) found.push({ ...document, ranges: [...ranges.values()] });
	}
	return found;
}
