import type { Graph, GraphService } from "./graph.ts";
import { idsOf, linksOf, titleLines } from "./parts.ts";
import { shown } from "./shown.ts";

/** The graph in the language of Graphviz: https://graphviz.org/doc/info/lang.html. */
export function toDot(graph: Graph<unknown>): string {
	const ids = idsOf(graph);
	const lines = [
		`digraph ${quoted(graph.name)} {`,
		"  rankdir=LR;",
		'  node [shape=box, style=rounded, fontname="sans-serif"];',
		'  edge [fontname="sans-serif", fontsize=10];',
		...graph.services.map((service) => `  ${ids(`service:${service.name}`)} [label="${titleLines(service).map(escaped).join("\\n")}"${styleOf(service)}];`),
		...graph.networks.map((network) => `  ${ids(`network:${network.name}`)} [label=${quoted(network.name)}, shape=hexagon, style=solid];`),
		...graph.volumes.map((volume) => `  ${ids(`volume:${volume.name}`)} [label=${quoted(volume.name)}, shape=cylinder, style=solid];`),
		...linksOf(graph).map(({ from, to, kind, label, isOptional, isInCircle }) => {
			const style = [
				...(label === "" ? [] : [`label=${quoted(label)}`]),
				...(kind === "depends" ? [] : ["dir=none"]),
				...(kind === "volume" || isOptional ? ["style=dashed"] : []),
				...(isInCircle ? ["color=red"] : []),
			];
			return `  ${ids(from)} -> ${ids(to)}${style.length > 0 ? ` [${style.join(", ")}]` : ""};`;
		}),
		"}",
	];
	return `${lines.join("\n")}\n`;
}

function styleOf({ isMissing, profiles }: GraphService<unknown>): string {
	if (isMissing) return ', style="rounded,dashed", color=red';
	return profiles.length > 0 ? ', style="rounded,dashed"' : "";
}

/** A backslash would begin a sequence such as `\N`, and an ampersand an entity: https://graphviz.org/doc/info/lang.html#html-strings. */
const escaped = (text: string): string => shown(text).replaceAll("&", "&amp;").replace(/[\\"]/g, "\\$&");

const quoted = (text: string): string => `"${escaped(text)}"`;
