import type { Catalogue } from "../../../text/message.ts";
import { type Config, type InspectedContainer, serviceFromInspect } from "./from-inspect.ts";
import { servicesFromRun } from "./from-run.ts";
import { unique } from "../unique-name.ts";
import type { ServiceDraft } from "./service-draft.ts";
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
