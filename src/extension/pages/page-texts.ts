import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import { explain } from "../commands/explain.ts";
import type { Translate } from "../explorer/kind.ts";
import type { Ends } from "../ends.ts";
import { changedFilesText } from "./changed-files.ts";
import { environmentText, type Environments } from "./environment.ts";
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
export async function pageText({ containers }: Docker, kind: PageKind, { id, name, showsSecrets }: PageOf, t: Translate): Promise<string> {
	const time = new Date().toLocaleTimeString();
	try {
		switch (kind) {
			case "processes":
				return processesText(await containers.processes(id), name, time, t);
			case "environment":
				return environmentText((await containers.describe(id)) as Environments, { name, showsSecrets }, t);
			case "changes":
				return changedFilesText(await containers.changedFiles(id), name, time, t);
			case "statistics":
				return statisticsText(await containers.statistics(id), name, time, t);
		}
	} catch (error) {
		return `${plainText(name)}: ${explain(error)}\n`;
	}
}
