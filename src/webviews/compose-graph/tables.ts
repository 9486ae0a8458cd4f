import { element } from "../element.ts";
import type { FilePlace, GraphView } from "./protocol.ts";
import { dependenceText, usersOf } from "./words.ts";

type Go = (at: FilePlace) => void;

/** The same as the picture shows, in words. */
export function tablesOf({ graph, states, words }: GraphView, go: Go): readonly Node[] {
	if (!graph) return [];
	const linked = linker(go);
	const services = graph.services.map((service) => {
		const state = states?.[service.name];
		return [
			[linked(service.name, service.at), ...(service.isMissing ? [words.missing] : [])],
			state ? [element("span", { class: `state ${state.colour}` }, state.text)] : [],
			service.dependsOn.map((each) => linked(`${each.service} (${dependenceText(each, words)})`, each.at)),
			service.networks.map((each) => linked(each.name, each.at)),
			service.volumes.map((each) => linked(`${each.name} → ${each.target}${each.isReadOnly ? ` (${words.readOnly})` : ""}`, each.at)),
			service.ports.map((each) => linked(each.text, each.at)),
			service.profiles,
		];
	});
	const others = (["networks", "volumes"] as const).flatMap((section) => {
		const rows = graph[section].map((each) => {
			const marks = [...(each.isExternal ? [words.external] : []), ...(each.isMissing ? [words.missing] : [])];
			return [[linked(each.name, each.at), ...marks], [usersOf(graph, section, each.name).join(", ")]];
		});
		return rows.length > 0 ? [table([words[section], words.service], rows)] : [];
	});
	const heads = [words.service, words.state, words.dependsOn, words.networks, words.volumes, words.ports, words.profiles];
	// A column in which nothing stands is left out.
	const kept = heads.map((_, column) => column === 0 || services.some((row) => (row[column]?.length ?? 0) > 0));
	const filter = <Cell>(row: readonly Cell[]): readonly Cell[] => row.filter((_, column) => kept[column]);
	return [table(filter(heads), services.map(filter)), ...others];
}

type Part = Node | string;

function table(heads: readonly string[], rows: readonly (readonly (readonly Part[])[])[]): HTMLTableElement {
	return element(
		"table",
		{},
		element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
		element(
			"tbody",
			{},
			...rows.map(([name = [], ...cells]) =>
				element("tr", {}, element("th", { scope: "row" }, ...lines(name)), ...cells.map((cell) => element("td", {}, ...lines(cell)))),
			),
		),
	);
}

/** One below the other. */
const lines = (parts: readonly Part[]): readonly Part[] => (parts.length > 1 ? parts.map((part) => element("div", {}, part)) : parts);

const linker =
	(go: Go) =>
	(text: string, at: FilePlace | undefined): Part => {
		if (!at) return text;
		const link = element("button", { type: "button", class: "link" }, text);
		link.addEventListener("click", () => go(at));
		return link;
	};
