import { ownProject } from "../../../compose/own-project.ts";
import { type Catalogue, plainTextOf } from "../../../text/message.ts";
import { type Config, type InspectedContainer, serviceFromInspect } from "./from-inspect.ts";
import { servicesFromRun } from "./from-run.ts";
import { unique } from "../unique-name.ts";
import type { Plain, ServiceDraft } from "./service-draft.ts";
import { lineText, type RunLine, runLineOf } from "./to-run.ts";
import { writeServices } from "./write-services.ts";

/** A Compose file of the `docker run` in a text; undefined where there is none. Load it lazily, for it brings the YAML library. */
export function composeFromRun(text: string, catalogue?: Catalogue): string | undefined {
	const drafts = servicesFromRun(text);
	return drafts && writeServices(drafts, catalogue);
}

/** A Compose file of containers as the engine describes them, each with its image's configuration. */
export function composeFromContainers(containers: readonly { readonly container: unknown; readonly image: unknown }[], catalogue?: Catalogue): string {
	const drafts: ServiceDraft[] = [];
	for (const { container, image } of containers) {
		const draft = serviceFromInspect(container as InspectedContainer, (image ?? {}) as Config);
		drafts.push({ ...draft, name: unique(draft.name, new Set(drafts.map(({ name }) => name))) });
	}
	return writeServices(drafts, catalogue);
}

/** The `docker run` of each container as the engine describes it, with what it cannot say as comments above. */
export function runLinesFromContainers(containers: readonly { readonly container: unknown; readonly image: unknown }[], catalogue?: Catalogue): string {
	return containers
		.map(({ container, image }) => runLine(serviceFromInspect(container as InspectedContainer, (image ?? {}) as Config), catalogue))
		.join("\n\n");
}

/** By way of Compose, which knows the long form of everything. */
function runLine(draft: ServiceDraft, catalogue: Catalogue | undefined): string {
	const line = lineOfDraft(draft);
	if (!line) return "";
	const notes = [...draft.notes, ...line.notes].map((note) => `# ${plainTextOf(note, catalogue)}`);
	return [...notes, lineText(line)].join("\n");
}

/** The `docker run` of a service, word by word; undefined where the service cannot be read. */
export function lineOfDraft(draft: ServiceDraft): RunLine | undefined {
	const path = "/compose.yaml";
	const text = writeServices([{ ...draft, notes: [] }]);
	const files = {
		text: (wanted: string) => (wanted === path ? text : undefined),
		isAbsent: (wanted: string) => wanted !== path,
		list: () => [],
		home: undefined,
	};
	const { project } = ownProject(path, files, { environment: () => undefined, separator: ":" });
	return project.plain ? runLineOf(project.plain as Plain, draft.name) : undefined;
}
