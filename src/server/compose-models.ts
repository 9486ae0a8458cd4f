import { sep } from "node:path";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Mapping } from "../engine/compose/value.ts";
import { createDisk } from "../files/disk.ts";
import type { ComposeBeside } from "./compose-files.ts";
import type { Host } from "./feature.ts";

export type ComposeModels = {
	/** All files of the document's project, merged. Undefined for one that is on no disk, or too long to be merged while somebody moves the pointer. */
	of(document: ComposeBeside): Promise<Mapping | undefined>;
};

/** So many milliseconds what other files say counts as new, and more characters take too long. */
const freshFor = 2000;
const longest = 100_000;

export function createComposeModels({ textNow }: Pick<Host, "textNow">): ComposeModels {
	const models = new WeakMap<TextDocument, { readonly version: number; readonly at: number; readonly model: Promise<Mapping> }>();

	async function load(path: string): Promise<Mapping> {
		const { ownProject } = await import("../engine/compose/own-project.ts");
		const disk = createDisk();
		const files = { home: disk.variable("HOME"), isAbsent: () => true, list: (folder: string) => disk.list(folder), text: textNow };
		return ownProject(withSlashes(path), files, { environment: (name) => disk.variable(name), separator: sep === "\\" ? ";" : ":" }).project.model;
	}

	return {
		async of({ document, path }) {
			if (path === undefined || document.getText().length > longest) return undefined;
			const last = models.get(document);
			if (last?.version === document.version && performance.now() - last.at < freshFor) return last.model;
			const model = load(path);
			models.set(document, { version: document.version, at: performance.now(), model });
			return model;
		},
	};
}

/** As the engine has paths. */
export const withSlashes = (path: string): string => path.replaceAll("\\", "/");
