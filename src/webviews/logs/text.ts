import { findLinks, type LineLink } from "../../engine/logs/links.ts";
import type { Search } from "../../engine/logs/search.ts";
import type { Span } from "../../engine/logs/spans.ts";
import { lookOf } from "../../engine/logs/style.ts";
import { element } from "../element.ts";

/** So much of a line is drawn; the rest is there to be searched, copied and saved. */
const longest = 5_000;

export type TextOptions = {
	readonly search: Search | undefined;
	readonly follow: (link: LineLink) => void;
	/** What is said of the rest of a line that is not drawn. */
	readonly rest: (characters: number) => string;
};

/** A text with its colours, what was found in it, and what it leads to. */
export function textNodes(whole: string, spans: readonly Span[], { search, follow, rest }: TextOptions): readonly Node[] {
	const text = whole.length > longest ? whole.slice(0, longest) : whole;
	const hits = search?.find(text) ?? [];
	const links = findLinks(text);
	const borders = new Set([0, text.length]);
	for (const { start, end } of [...spans, ...links]) borders.add(Math.min(start, text.length)).add(Math.min(end, text.length));
	for (const [start, end] of hits) borders.add(start).add(end);
	const places = [...borders].sort((one, other) => one - other);
	const nodes: Node[] = [];
	let [span, link, hit] = [0, 0, 0];
	for (const [index, start] of places.entries()) {
		const end = places[index + 1];
		if (end === undefined) break;
		while ((spans[span]?.end ?? Infinity) <= start) span++;
		while ((links[link]?.end ?? Infinity) <= start) link++;
		while ((hits[hit]?.[1] ?? Infinity) <= start) hit++;
		const style = (spans[span]?.start ?? Infinity) <= start ? (spans[span]?.style ?? 0) : 0;
		const isHit = (hits[hit]?.[0] ?? Infinity) <= start;
		const leads = links[link];
		const at = leads && leads.start <= start ? leads : undefined;
		nodes.push(node(text.slice(start, end), classesOf(style), isHit, at && { link: at, follow }));
	}
	if (whole.length > longest) nodes.push(element("span", { class: "note" }, rest(whole.length - longest)));
	return nodes;
}

function node(text: string, classes: string, isHit: boolean, leads: { readonly link: LineLink; readonly follow: (link: LineLink) => void } | undefined): Node {
	const content = isHit ? element("mark", {}, text) : document.createTextNode(text);
	if (classes === "" && !leads) return content;
	const made = element("span", { class: leads ? `${classes} link`.trim() : classes }, content);
	if (leads) {
		made.setAttribute("role", "link");
		made.addEventListener("click", () => {
			// Who selects text does not want to go anywhere.
			if (getSelection()?.isCollapsed !== false) leads.follow(leads.link);
		});
	}
	return made;
}

function classesOf(style: number): string {
	if (style === 0) return "";
	const { colour, background, isBold, isDim, isItalic, isUnderlined, isInverse, isStruck } = lookOf(style);
	const [front, back] = isInverse ? [background ?? "i", colour ?? "i"] : [colour, background];
	return [
		// Black on nothing could not be seen in a dark theme.
		front === undefined ? "" : front === 0 && back === undefined ? "dim" : `f${front}`,
		back === undefined ? "" : `b${back}`,
		isBold ? "bold" : "",
		isDim ? "dim" : "",
		isItalic ? "italic" : "",
		isUnderlined ? "underlined" : "",
		isStruck ? "struck" : "",
	]
		.filter(Boolean)
		.join(" ");
}
