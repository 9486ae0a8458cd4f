import { isAbsolute } from "node:path";
import * as vscode from "vscode";
import type { ServiceVariableRow } from "../../server/protocol.ts";
import type { LanguageStarter } from "../language/start.ts";
import type { WorkspaceProjects } from "./workspace-projects.ts";

/** What of an engine's description says to which service a container belongs. */
export type Labelled = { readonly Config?: { readonly Labels?: Readonly<Record<string, string>> | null } };

/** The files that Compose has noted at a container, which need not be here. Anybody may write labels, so none of them makes us knock at another machine. */
export const notedFiles = ({ Config }: Labelled): readonly string[] =>
	(Config?.Labels?.["com.docker.compose.project.config_files"]?.split(",") ?? []).filter((path) => isAbsolute(path) && !/^[\\/]{2}/.test(path));

/** Where the files are looked for. */
export type ComposeSources = { readonly language: LanguageStarter; readonly workspaceProjects: () => Promise<WorkspaceProjects> };

/** Where the variables of a container are from, by the files that Compose has noted at it or else by those of the workspace; none where nobody knows its files. */
export async function variablesOfContainer(container: Labelled, { language, workspaceProjects }: ComposeSources): Promise<readonly ServiceVariableRow[]> {
	const service = container.Config?.Labels?.["com.docker.compose.service"];
	if (service === undefined) return [];
	const { serviceVariables } = await language.start();
	const files = notedFiles(container);
	const [first] = files;
	const noted = first === undefined ? [] : await serviceVariables({ uri: vscode.Uri.file(first).toString(), files, service });
	if (noted.length > 0) return noted;
	const project = (await workspaceProjects()).current.find(({ name }) => name === container.Config?.Labels?.["com.docker.compose.project"]);
	const known = project?.services.find(({ name }) => name === service);
	return known ? serviceVariables({ uri: known.at.uri, service }) : [];
}
