import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import { type ComposeSources, type Labelled, variablesOfContainer } from "../compose/files-of-container.ts";
import { explain } from "../commands/explain.ts";
import type { Translate } from "../explorer/kind.ts";
import type { Ends } from "../ends.ts";
import { changedFilesText } from "./changed-files.ts";
import { environmentPage, type Environments, type LinkedText } from "./environment.ts";
import { endText } from "./end.ts";
import { processesText } from "./processes.ts";
import { statisticsText } from "./statistics.ts";

/** Also in the name of the document. */
export type PageKind = "processes" | "environment" | "changes" | "statistics";

/** Whose page it is, and whether it shows what is masked otherwise. */
export type PageOf = { readonly id: string; readonly name: string; readonly showsSecrets: boolean };

/** What is left of a container; nothing once that is forgotten. */
export function endPage({ current }: Pick<Ends, "current">, id: string, t: Translate): string {
	const end = current.find((each) => each.id === id);
	return end ? endText(end, t) : "";
}

/** Where the container has gone, or does not run, the page says so. */
export async function pageText(docker: Docker, sources: ComposeSources, kind: PageKind, { id, name, showsSecrets }: PageOf, t: Translate): Promise<LinkedText> {
	const time = new Date().toLocaleTimeString();
	const plain = (text: string): LinkedText => ({ text, links: [] });
	try {
		switch (kind) {
			case "processes":
				return plain(processesText(await docker.containers.processes(id), name, time, t));
			case "environment": {
				const described = (await docker.containers.describe(id)) as Environments & { readonly container: Labelled };
				const compose = await variablesOfContainer(described.container, sources);
				const fileName = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
				return environmentPage({ ...described, compose }, { name, showsSecrets, fileName }, t);
			}
			case "changes":
				return plain(changedFilesText(await docker.containers.changedFiles(id), name, time, t));
			case "statistics":
				return plain(statisticsText(await docker.containers.statistics(id), name, time, t));
		}
	} catch (error) {
		return plain(`${plainText(name)}: ${explain(error)}\n`);
	}
}
