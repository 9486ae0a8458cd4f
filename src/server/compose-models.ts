import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Mapping } from "../engine/compose/value.ts";
import { isAmongDocuments, projectAround } from "./compose-projects.ts";
import type { Host } from "./feature.ts";

/** All files of a project, merged, with the path that a document has among them. */
export type ComposeModel = { readonly model: Mapping; readonly path: string };

export type ComposeModels = {
	/** Undefined for a document that is too long to be merged with others while somebody moves the pointer. */
	of(document: TextDocument): Promise<ComposeModel | undefined>;
};

/** So many milliseconds what other files say counts as new, and more characters take too long. */
const freshFor = 2000;
const longest = 100_000;

export function createComposeModels(host: Pick<Host, "documents" | "textNow" | "configurationOf" | "already">): ComposeModels {
	type Kept = { readonly version: number; readonly at: number; readonly model: Promise<ComposeModel | undefined> };
	const models = new WeakMap<TextDocument, Kept>();

	async function load(uri: string): Promise<ComposeModel | undefined> {
		const found = await projectAround(uri, host);
		return found && { model: found.project.model, path: found.path };
	}

	return {
		async of(document) {
			if (document.getText().length > longest) return undefined;
			// What its rules were given is the same project, unless other documents that are on no disk lie around it.
			const linted = isAmongDocuments(document.uri) ? undefined : host.already(document.uri);
			if (linted?.kind === "compose") return { model: linted.surrounded.project.model, path: linted.surrounded.path };
			const last = models.get(document);
			if (last?.version === document.version && performance.now() - last.at < freshFor) return last.model;
			const model = load(document.uri);
			models.set(document, { version: document.version, at: performance.now(), model });
			return model;
		},
	};
}
