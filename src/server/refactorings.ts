import { pathToFileURL } from "node:url";
import type { CodeActionParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from "vscode-languageserver-types";
import { readEnvFile } from "../engine/compose/env-file.ts";
import { folderOf } from "../engine/compose/file-paths.ts";
import { mayHoldRun } from "../engine/language/compose/containers/from-run.ts";
import type { ComposeFile } from "../engine/compose/syntax.ts";
import type { Refactoring } from "../engine/language/compose/refactor/refactorings.ts";
import { plainTextOf, say } from "../engine/text/message.ts";
import type { Range } from "../engine/text/text.ts";
import { pathOf } from "./path-of.ts";
import type { Server } from "./feature.ts";
import { fromLspRange } from "./lsp/from.ts";
import { toWorkspaceEdit } from "./lsp/to.ts";

/** Where a document is that is on no disk, and so has nothing beside it. */
const nowhere = "/compose.yaml";

/** What can be written otherwise in a Compose file, at the selection. */
export async function refactorings(
	server: Pick<Server, "textNow" | "client" | "catalogue">,
	document: TextDocument,
	file: ComposeFile,
	at: Range,
): Promise<CodeAction[]> {
	const { textNow, client, catalogue } = server;
	const own = pathOf(document.uri)?.replaceAll("\\", "/");
	const read = (path: string): string | undefined => (own === undefined ? undefined : textNow(path));
	const variables = new Map(readEnvFile(read(`${folderOf(own ?? nowhere)}/.env`) ?? "", () => undefined).entries.map(({ name, value }) => [name, value]));
	const files = { home: undefined, text: read, isAbsent: (path: string) => read(path) === undefined };
	// Only now, for it resolves projects.
	const { refactoringsAt } = await import("../engine/language/compose/refactor/refactorings.ts");
	const { workspaceEdit } = client.workspace ?? {};
	const bindsVersions = workspaceEdit?.documentChanges === true;
	const createsFiles = own !== undefined && bindsVersions && workspaceEdit?.resourceOperations?.includes("create") === true;
	return refactoringsAt(file, at, { path: own ?? nowhere, files, environment: (name) => variables.get(name) }).flatMap((found) => {
		if (found.creates && !createsFiles) return [];
		const edit = toWorkspaceEdit(document, found.edits, { bindsVersions });
		const kind = found.creates ? CodeActionKind.RefactorExtract : CodeActionKind.RefactorRewrite;
		return [{ title: plainTextOf(found.title, catalogue), kind, edit: found.creates ? withFile(edit, found.creates) : edit }];
	});
}

/** A service in place of a `docker run` that was pasted where the selection is. It is looked for at once, for what is no YAML has to become something else. */
export async function pastedRuns(
	{ client, catalogue }: Pick<Server, "client" | "catalogue">,
	document: TextDocument,
	{ range, context }: Pick<CodeActionParams, "range" | "context">,
): Promise<CodeAction[]> {
	const isWanted = context.only?.some((kind) => kind === "" || /^refactor(?:\.|$)/.test(kind)) ?? true;
	if (!isWanted || !mayHoldRun(document.getText())) return [];
	// Only now, for it brings the YAML library.
	const { pastedRun } = await import("../engine/language/compose/containers/pasted-run.ts");
	const edit = pastedRun(document.getText(), fromLspRange(document, range), catalogue);
	const bindsVersions = client.workspace?.workspaceEdit?.documentChanges === true;
	const title = plainTextOf(say`Make a service of this \`docker run\``, catalogue);
	return edit ? [{ title, kind: CodeActionKind.RefactorRewrite, edit: toWorkspaceEdit(document, [edit], { bindsVersions }) }] : [];
}

/** The new file first, with all that stands in it. */
export function withFile({ documentChanges = [] }: WorkspaceEdit, { path, text }: NonNullable<Refactoring["creates"]>): WorkspaceEdit {
	const uri = pathToFileURL(path).href;
	const start = { line: 0, character: 0 };
	return {
		documentChanges: [
			{ kind: "create", uri },
			{ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
			...documentChanges,
		],
	};
}
