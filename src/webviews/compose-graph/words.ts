import type { Dependence, Graph, GraphService } from "../../engine/compose/graph/graph.ts";
import type { FilePlace, GraphView, Words } from "./protocol.ts";

/** What is said of a dependence besides the name. */
export function dependenceText({ condition, isRequired, isInCircle }: Dependence<FilePlace>, words: Words): string {
	return [words[condition], ...(isRequired ? [] : [words.optional]), ...(isInCircle ? [words.circle] : [])].join(", ");
}

/** Each part of the graph by its id, with its place and what a screen reader says of it. */
export function partsOf({ graph, states, words }: GraphView): ReadonlyMap<string, { readonly spoken: string; readonly at: FilePlace | undefined }> {
	if (!graph) return new Map();
	return new Map([
		...graph.services.map(
			(service) => [`service:${service.name}`, { spoken: spokenService(service, states?.[service.name]?.text, words), at: service.at }] as const,
		),
		...(["networks", "volumes"] as const).flatMap((section) =>
			graph[section].map((each) => {
				const marks = [...(each.isExternal ? [words.external] : []), ...(each.isMissing ? [words.missing] : [])];
				const users = usersOf(graph, section, each.name);
				const spoken = [`${words[section]}: ${each.name}`, ...marks, ...(users.length > 0 ? [users.join(", ")] : [])].join(", ");
				return [`${section.slice(0, -1)}:${each.name}`, { spoken, at: each.at }] as const;
			}),
		),
	]);
}

/** The services that are in a network, or use a volume. */
export const usersOf = (graph: Graph<FilePlace>, section: "networks" | "volumes", name: string): readonly string[] =>
	graph.services.filter((service) => service[section].some((each) => each.name === name)).map((service) => service.name);

function spokenService({ name, isMissing, image, dependsOn, ports, profiles }: GraphService<FilePlace>, state: string | undefined, words: Words): string {
	const others = dependsOn.map((each) => `${each.service} (${dependenceText(each, words)})`);
	return [
		`${words.service}: ${name}`,
		...(isMissing ? [words.missing] : []),
		...(state === undefined ? [] : [state]),
		...(image === undefined ? [] : [image]),
		...(others.length > 0 ? [`${words.dependsOn}: ${others.join(", ")}`] : []),
		...(ports.length > 0 ? [`${words.ports}: ${ports.map(({ text }) => text).join(", ")}`] : []),
		...(profiles.length > 0 ? [`${words.profiles}: ${profiles.join(", ")}`] : []),
	].join("; ");
}
