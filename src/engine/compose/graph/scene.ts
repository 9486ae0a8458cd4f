import { Graph as Layout, layout } from "@dagrejs/dagre";
import type { Graph } from "./graph.ts";
import { type GraphLink, linksOf, titleLines } from "./parts.ts";
import { shown } from "./shown.ts";

/** The graph as it is drawn, in pixels from the left top. Whoever draws it decides on colours, by the classes. */
export type Scene = { readonly width: number; readonly height: number; readonly nodes: readonly SceneNode[]; readonly links: readonly SceneLink[] };

type Point = { readonly x: number; readonly y: number };

export type SceneNode = Point & {
	/** `service:web`, `network:back`, `volume:data`. */
	readonly id: string;
	readonly classes: string;
	readonly width: number;
	readonly height: number;
	/** Paths, as SVG has them. */
	readonly outlines: readonly string[];
	readonly lines: readonly (Point & { readonly text: string; readonly classes: string })[];
	/** Where the text of its state begins; absent where none is to be drawn. */
	readonly stateAt?: Point;
};

export type SceneLink = {
	readonly classes: string;
	readonly path: string;
	/** The head of an arrow; absent where neither needs the other. */
	readonly head?: string;
	readonly label?: Point & { readonly text: string };
};

type Box = { readonly id: string; readonly kind: "service" | "network" | "volume"; readonly classes: string; readonly lines: readonly string[] };
type Size = { readonly width: number; readonly height: number };
type Way = { readonly points: readonly Point[]; readonly labelAt: Point };

const margin = 16;
const padding = 12;
const nameHeight = 18;
const lineHeight = 15;

/** How it is drawn: what is depended on stands to the right, or below. `keepsStates`: each service has room for a line about its state. */
type Manner = { readonly keepsStates: boolean; readonly direction: "right" | "down" };

/** Puts everything to its place. */
export function layOut(graph: Graph<unknown>, { keepsStates, direction }: Manner): Scene {
	const all = linksOf(graph);
	const hubs = hubsOf(all);
	const links = all.filter(({ to }) => !hubs.has(to));
	const boxes: readonly Box[] = [
		...graph.services.map((service): Box => {
			const classes = ["service", service.isMissing ? "missing" : "", service.profiles.length > 0 ? "profile" : ""].filter(Boolean).join(" ");
			const named = service.networks.map(({ name }) => name).filter((name) => hubs.has(`network:${name}`));
			const lines = [...titleLines(service), ...(named.length > 0 ? [shown(`⬡ ${named.join(", ")}`)] : [])];
			return { id: `service:${service.name}`, kind: "service", classes, lines };
		}),
		...(["network", "volume"] as const).flatMap((kind) =>
			graph[`${kind}s`].map(({ name, isMissing, isExternal }): Box => {
				const classes = [kind, isMissing ? "missing" : "", isExternal ? "external" : ""].filter(Boolean).join(" ");
				return { id: `${kind}:${name}`, kind, classes, lines: [hubs.has(`${kind}:${name}`) ? shown(`⬡ ${name}`) : shown(name)] };
			}),
		),
	];
	const sizes = new Map(boxes.map((box) => [box.id, sizeOf(box, keepsStates)]));
	const { places, ways, isAcross } = boxes.length + links.length > mostLaidOut ? inColumns(boxes, sizes, links) : byLayers(boxes, sizes, links, direction);
	const points = ways.flatMap((way) => way.points);
	// Lines may run outside of all boxes.
	const [left, top] = points.reduce(([x, y], each) => [Math.min(x, each.x), Math.min(y, each.y)], [margin, margin]);
	const inside = ({ x, y }: Point): Point => ({ x: x - left + margin, y: y - top + margin });
	const nodes = boxes.map((box) => nodeOf(box, sizes.get(box.id) ?? noSize, inside(places.get(box.id) ?? { x: 0, y: 0 }), keepsStates));
	const nodesById = new Map(nodes.map((node) => [node.id, node]));
	const [right, bottom] = [...nodes.map((node) => ({ x: node.x + node.width, y: node.y + node.height })), ...points.map(inside)].reduce(
		([x, y], end) => [Math.max(x, end.x), Math.max(y, end.y)],
		[0, 0],
	);
	const drawn = links.map((link, index) => {
		const { points: own, labelAt } = ways[index] ?? noWay;
		return linkOf(link, throughSides(own.map(inside), nodesById.get(link.from), nodesById.get(link.to), isAcross), inside(labelAt), isAcross);
	});
	return { width: Math.round(right + margin), height: Math.round(bottom + margin), nodes, links: drawn };
}

/** Networks that so many services are in that lines to all of them would hide the rest; their names stand in the boxes instead. */
function hubsOf(links: readonly GraphLink[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const { to, kind } of links) if (kind === "network") counts.set(to, (counts.get(to) ?? 0) + 1);
	return new Set([...counts].filter(([, count]) => count > mostInNetwork).map(([to]) => to));
}

const mostInNetwork = 8;

const noSize: Size = { width: 0, height: 0 };
const noWay: Way = { points: [], labelAt: { x: 0, y: 0 } };

/** What has more parts and lines is no picture for anybody, and would take long. */
const mostLaidOut = 1_000;

/** `isAcross`: lines go from left to right, not from top to bottom. */
type Placing = { readonly places: ReadonlyMap<string, Point>; readonly ways: readonly Way[]; readonly isAcross: boolean };

/** As few crossings as can be had, each part behind those that need it. */
function byLayers(boxes: readonly Box[], sizes: ReadonlyMap<string, Size>, links: readonly GraphLink[], direction: Manner["direction"]): Placing {
	const layers = new Layout({ multigraph: true });
	// Of many parts the shortest lines would take too long to find.
	const ranker = boxes.length + links.length > 150 ? "longest-path" : "network-simplex";
	layers.setGraph({ ranker, rankdir: direction === "right" ? "LR" : "TB", nodesep: 24, edgesep: 12, ranksep: 48, marginx: margin, marginy: margin });
	for (const { id } of boxes) layers.setNode(id, { ...(sizes.get(id) ?? noSize) });
	for (const [index, { from, to, label }] of links.entries())
		layers.setEdge(from, to, { width: label === "" ? 0 : widthOf(label, 11) + 8, height: label === "" ? 0 : lineHeight, labelpos: "c" }, String(index));
	layout(layers);
	const places = new Map(
		boxes.map(({ id }) => {
			const { x = 0, y = 0, width, height } = layers.node(id) as Size & Partial<Point>;
			return [id, { x: x - width / 2, y: y - height / 2 }];
		}),
	);
	const ways = links.map(({ from, to }, index): Way => {
		const edge = layers.edge(from, to, String(index)) as Partial<Point> & { readonly points?: readonly Point[] };
		return { points: edge.points ?? [], labelAt: { x: edge.x ?? 0, y: edge.y ?? 0 } };
	});
	return { places, ways, isAcross: direction === "right" };
}

/** The services one below the other, and beside them what they use. */
function inColumns(boxes: readonly Box[], sizes: ReadonlyMap<string, Size>, links: readonly GraphLink[]): Placing {
	const places = new Map<string, Point>();
	let left = margin;
	for (const kind of ["service", "network", "volume"] as const) {
		let [top, widest] = [margin, 0];
		for (const { id } of boxes.filter((box) => box.kind === kind)) {
			const { width, height } = sizes.get(id) ?? noSize;
			places.set(id, { x: left, y: top });
			top += height + 24;
			widest = Math.max(widest, width);
		}
		if (widest > 0) left += widest + 160;
	}
	const sideOf = (id: string, side: 0 | 1): Point => {
		const [{ x, y }, { width, height }] = [places.get(id) ?? { x: 0, y: 0 }, sizes.get(id) ?? noSize];
		return { x: x + width * side, y: y + height / 2 };
	};
	const ways = links.map(({ from, to, kind }): Way => {
		const [start, end] = [sideOf(from, 1), sideOf(to, 0)];
		const [x, y] = [Math.max(start.x, end.x) + 60, (start.y + end.y) / 2];
		return kind === "depends" ? { points: [start, { x, y }, end], labelAt: { x, y } } : { points: [start, end], labelAt: { x: (start.x + end.x) / 2, y } };
	});
	return { places, ways, isAcross: true };
}

function sizeOf({ kind, lines }: Box, keepsStates: boolean): Size {
	const [name = "", ...others] = lines;
	const widest = [widthOf(name, 13), ...others.map((line) => widthOf(line, 11))].reduce((most, width) => Math.max(most, width), 0);
	const hasState = keepsStates && kind === "service";
	return {
		width: Math.max(widest + 2 * padding, hasState ? 168 : 72),
		height: nameHeight + (others.length + (hasState ? 1 : 0)) * lineHeight + 2 * (kind === "volume" ? padding : 8),
	};
}

/** About as wide as a text without serifs is, rather more: nobody knows with which letters it will be drawn. */
function widthOf(text: string, size: number): number {
	let units = 0;
	for (const character of text)
		units += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Extended_Pictographic}/u.test(character) ? 1.05 : 0.6;
	return Math.ceil(units * size);
}

function nodeOf({ id, kind, classes, lines }: Box, { width, height }: Size, { x, y }: Point, keepsStates: boolean): SceneNode {
	const top = y + (kind === "volume" ? padding : 8);
	const at = (index: number): Point => ({ x: round(x + padding), y: round(index === 0 ? top + 13 : top + nameHeight + (index - 1) * lineHeight + 11) });
	return {
		id,
		classes,
		x: round(x),
		y: round(y),
		width,
		height,
		outlines: kind === "volume" ? cylinder(x, y, width, height) : [rounded(x, y, width, height, kind === "network" ? height / 2 : 6)],
		lines: lines.map((text, index) => ({ text, ...at(index), classes: index === 0 ? "name" : "detail" })),
		...(keepsStates && kind === "service" && { stateAt: at(lines.length) }),
	};
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A path from words of it, numbers rounded. */
const path = (...parts: readonly (string | number)[]): string => parts.map((part) => (typeof part === "number" ? round(part) : part)).join(" ");

function rounded(x: number, y: number, width: number, height: number, radius: number): string {
	const arc = (toX: number, toY: number): string => path("A", radius, radius, 0, 0, 1, toX, toY);
	return [
		path("M", x + radius, y, "H", x + width - radius),
		arc(x + width, y + radius),
		path("V", y + height - radius),
		arc(x + width - radius, y + height),
		path("H", x + radius),
		arc(x, y + height - radius),
		path("V", y + radius),
		arc(x + radius, y),
		"Z",
	].join(" ");
}

function cylinder(x: number, y: number, width: number, height: number): readonly string[] {
	const lip = 6;
	const arc = (toX: number, toY: number, sweep: 0 | 1): string => path("A", width / 2, lip, 0, 0, sweep, toX, toY);
	return [
		[path("M", x, y + lip), arc(x + width, y + lip, 1), path("V", y + height - lip), arc(x, y + height - lip, 1), "Z"].join(" "),
		[path("M", x, y + lip), arc(x + width, y + lip, 0)].join(" "),
	];
}

function linkOf({ kind, label, isOptional, isInCircle }: GraphLink, points: readonly Point[], labelAt: Point, isAcross: boolean): SceneLink {
	const classes = [kind, isOptional ? "optional" : "", isInCircle ? "circle" : ""].filter(Boolean).join(" ");
	const [end, before] = [points.at(-1), points.at(-2)];
	return {
		classes,
		path: curve(points, isAcross),
		...(kind === "depends" && end && before && { head: headAt(end, before, isAcross) }),
		...(label !== "" && { label: { text: label, x: round(labelAt.x), y: round(labelAt.y + 4) } }),
	};
}

/** The way begins and ends in the middle of the sides that look at each other. `isAcross`: it goes from left to right, not from top to bottom. */
function throughSides(points: readonly Point[], from: SceneNode | undefined, to: SceneNode | undefined, isAcross: boolean): readonly Point[] {
	if (!from || !to) return points;
	const isBack = isAcross ? to.x < from.x : to.y < from.y;
	const side = ({ x, y, width, height }: SceneNode, isFar: boolean): Point =>
		isAcross ? { x: x + (isFar ? width : 0), y: y + height / 2 } : { x: x + width / 2, y: y + (isFar ? height : 0) };
	return [side(from, !isBack || from === to), ...points.slice(1, -1), side(to, isBack)];
}

/** Through all points, and straight on in each of them. */
function curve(points: readonly Point[], isAcross: boolean): string {
	const [start, ...others] = points;
	if (!start) return "";
	const bends = others.map(({ x, y }, index) => {
		const before = points[index] ?? start;
		const [middleX, middleY] = [(before.x + x) / 2, (before.y + y) / 2];
		return isAcross ? path("C", middleX, before.y, middleX, y, x, y) : path("C", before.x, middleY, x, middleY, x, y);
	});
	return [path("M", start.x, start.y), ...bends].join(" ");
}

function headAt({ x, y }: Point, before: Point, isAcross: boolean): string {
	if (isAcross) return path("M", x, y, "l", x < before.x ? 8 : -8, -4, "v", 8, "Z");
	return path("M", x, y, "l", -4, y < before.y ? 8 : -8, "h", 8, "Z");
}
