import type { Graph, GraphService } from "./graph.ts";
import { shown } from "./shown.ts";

/** A line between two parts, by their ids. `isOptional`: the service starts without the other, too. */
export type GraphLink = {
	readonly from: string;
	readonly to: string;
	readonly kind: "depends" | "network" | "volume";
	/** Empty where there is nothing to say. */
	readonly label: string;
	readonly isOptional: boolean;
	readonly isInCircle: boolean;
};

/** What stands in the box of a service, its name first; all of it fit to be shown in a line. */
export function titleLines({ name, image, isBuilt, profiles, ports }: GraphService<unknown>): readonly string[] {
	const origin = image ?? (isBuilt ? "build" : undefined);
	const published =
		ports.length > mostPorts ? [...ports.slice(0, mostPorts - 1).map(({ text }) => text), `… ${ports.length - mostPorts + 1}`] : ports.map(({ text }) => text);
	return [name, ...(origin === undefined ? [] : [origin]), ...published, ...(profiles.length > 0 ? [`profile: ${profiles.join(", ")}`] : [])].map((line) =>
		shown(line),
	);
}

/** A range of ports is many. */
const mostPorts = 4;

/** All lines of the graph, each pair of parts once for each kind. */
export function linksOf({ services }: Graph<unknown>): readonly GraphLink[] {
	return services.flatMap(({ name, dependsOn, networks, volumes }) => {
		const from = `service:${name}`;
		const targets = new Map<string, string[]>();
		for (const { name: volume, target, isReadOnly } of volumes) {
			const text = isReadOnly ? `${target} (ro)` : target;
			if (!targets.get(volume)?.push(text)) targets.set(volume, [text]);
		}
		return [
			...dependsOn.map(({ service, condition, isRequired, isInCircle }): GraphLink => {
				const label = condition === "started" ? "" : condition;
				return { from, to: `service:${service}`, kind: "depends", label, isOptional: !isRequired, isInCircle };
			}),
			...networks.map((network): GraphLink => ({ from, to: `network:${network.name}`, kind: "network", label: "", isOptional: false, isInCircle: false })),
			...[...targets].map(([volume, texts]): GraphLink => ({
				from,
				to: `volume:${volume}`,
				kind: "volume",
				label: shown(texts.join(", ")),
				isOptional: false,
				isInCircle: false,
			})),
		];
	});
}

/** Short names of its own, so that no name of the user's is syntax. */
export function idsOf({ services, networks, volumes }: Graph<unknown>): (id: string) => string {
	const ids = new Map<string, string>();
	for (const [index, { name }] of services.entries()) ids.set(`service:${name}`, `s${index}`);
	for (const [index, { name }] of networks.entries()) ids.set(`network:${name}`, `n${index}`);
	for (const [index, { name }] of volumes.entries()) ids.set(`volume:${name}`, `v${index}`);
	return (id) => ids.get(id) ?? "";
}
