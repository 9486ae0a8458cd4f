import type { Graph, GraphService } from "./graph.ts";
import { idsOf, linksOf, titleLines } from "./parts.ts";
import { shown } from "./shown.ts";

/** The graph as a flowchart of Mermaid, as GitHub and others draw it: https://mermaid.js.org/syntax/flowchart.html. */
export function toMermaid(graph: Graph<unknown>): string {
	const ids = idsOf(graph);
	const lines = [
		"flowchart LR",
		...graph.services.map((service) => `  ${ids(`service:${service.name}`)}["${titleLines(service).map(escaped).join("<br/>")}"]${classOf(service)}`),
		...graph.networks.map((network) => `  ${ids(`network:${network.name}`)}{{"${escaped(network.name)}"}}:::network`),
		...graph.volumes.map((volume) => `  ${ids(`volume:${volume.name}`)}[("${escaped(volume.name)}")]:::volume`),
		...linksOf(graph).map(({ from, to, kind, label, isOptional }) => {
			const line = kind === "network" ? "---" : kind === "volume" ? "-.-" : isOptional ? "-.->" : "-->";
			return `  ${ids(from)} ${line}${label === "" ? "" : `|"${escaped(label)}"|`} ${ids(to)}`;
		}),
		"  classDef profile stroke-dasharray:4",
		"  classDef missing stroke:#c00,stroke-dasharray:2",
		"  classDef network stroke:#06c",
		"  classDef volume stroke:#060",
	];
	return `${lines.join("\n")}\n`;
}

const classOf = ({ isMissing, profiles }: GraphService<unknown>): string => (isMissing ? ":::missing" : profiles.length > 0 ? ":::profile" : "");

/** Letters, digits and what means nothing to Mermaid stay; all else is an entity, in its spelling. */
const escaped = (text: string): string => shown(text).replace(/[^\p{L}\p{N} .:/,_→…-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
