import { type ComposeEntry, type ComposeFile, nameOf } from "../../compose/syntax.ts";
import { type Message, say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { meantBy } from "./tree.ts";

/** What a client has commands for: the graph of the services, what Compose makes of the project, and a service as the `docker run` that makes such a container. */
export type ComposeLensKind = "graph" | "resolved" | "runLine";

/** A line above something, by which a client's command is run. */
export type ComposeLens = { readonly at: Range; readonly kind: ComposeLensKind; readonly title: Message; readonly service: string | undefined };

const ofProject = [
	["graph", say`Show graph`],
	["resolved", say`Show resolved project`],
] as const;

/** Those about all services above `services`, and those about one above its name. Of several that have a name, the first. */
export function composeLenses(file: ComposeFile): readonly ComposeLens[] {
	const services = file.roots.flatMap((root) => (root.kind === "mapping" ? root.entries.filter((entry) => nameOf(entry) === "services") : []));
	const [first] = services;
	if (!first) return [];
	const named = new Map<string, ComposeEntry>();
	for (const { value } of services) {
		const mapping = meantBy(file, value);
		if (mapping?.kind !== "mapping") continue;
		for (const entry of mapping.entries) {
			const name = nameOf(entry);
			if (name !== undefined && name !== "<<" && !name.startsWith("x-") && !named.has(name) && meantBy(file, entry.value)?.kind === "mapping")
				named.set(name, entry);
		}
	}
	if (named.size === 0) return [];
	const at = ({ key: { start, end } }: ComposeEntry): Range => ({ start, end });
	return [
		...ofProject.map(([kind, title]): ComposeLens => ({ at: at(first), kind, title, service: undefined })),
		...[...named].map(([service, entry]): ComposeLens => ({ at: at(entry), kind: "runLine", title: say`Copy as \`docker run\``, service })),
	];
}
