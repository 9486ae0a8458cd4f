import type { Graph } from "../../engine/compose/graph/graph.ts";
import { layOut, type Scene, type SceneNode } from "../../engine/compose/graph/scene.ts";
import { shown } from "../../engine/compose/graph/shown.ts";
import { drawing, element } from "../element.ts";
import type { FilePlace, GraphView, ServiceState } from "./protocol.ts";
import { partsOf } from "./words.ts";

export type Picture = {
	readonly element: HTMLElement;
	draw(view: GraphView): void;
	/** By so much, about the middle. */
	zoom(factor: number): void;
	/** All of it into the window, but no larger than it is. */
	fit(): void;
};

const noScene: Scene = { width: 0, height: 0, nodes: [], links: [] };

/** What is larger cannot be seen as a whole either way. */
const mostDrawnTwice = 40;

/** The room for a state in a box, in characters. */
const longestState = 24;

/** The picture with what can be done to it. `go` is called with the place of what was chosen. */
export function createPicture(go: (at: FilePlace) => void): Picture {
	const content = drawing("g", {});
	const svg = drawing("svg", { role: "group" }, content);
	const frame = element("div", { class: "picture" }, svg);
	let [x, y, scale] = [0, 0, 1];
	/** Until the user moves it, it is fitted to the window. */
	let isFitted = true;
	let scene = noScene;
	let laidOut = "";

	const place = (): void => content.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);

	const fitting = ({ width, height }: Scene): number => Math.max(0.1, Math.min(1, frame.clientWidth / (width || 1), frame.clientHeight / (height || 1)));

	/** Drawn in the direction in which more of it can be seen. */
	function sceneFor(graph: Graph<unknown>): Scene {
		const right = layOut(graph, { keepsStates: true, direction: "right" });
		if (right.nodes.length > mostDrawnTwice) return right;
		const down = layOut(graph, { keepsStates: true, direction: "down" });
		return fitting(down) > fitting(right) ? down : right;
	}

	function fit(): void {
		isFitted = true;
		scale = fitting(scene);
		[x, y] = [(frame.clientWidth - scene.width * scale) / 2, (frame.clientHeight - scene.height * scale) / 2];
		place();
	}

	function zoomAt(factor: number, atX: number, atY: number): void {
		const next = Math.max(0.1, Math.min(4, scale * factor));
		[x, y] = [atX - ((atX - x) * next) / scale, atY - ((atY - y) * next) / scale];
		scale = next;
		isFitted = false;
		place();
	}

	const zoom = (factor: number): void => zoomAt(factor, frame.clientWidth / 2, frame.clientHeight / 2);

	function move(byX: number, byY: number): void {
		[x, y] = [x + byX, y + byY];
		isFitted = false;
		place();
	}

	function draw(view: GraphView): void {
		const { graph, states, words } = view;
		svg.setAttribute("aria-label", words.picture);
		// A container that starts or stops moves nothing.
		const text = JSON.stringify(graph);
		const isSame = text === laidOut;
		if (!isSame) {
			scene = graph ? sceneFor(graph) : noScene;
			laidOut = text;
		}
		const parts = partsOf(view);
		const focused = content.querySelector(":focus")?.getAttribute("data-id");
		const nodes = scene.nodes.map((node) => {
			const part = parts.get(node.id);
			return drawNode(node, states?.[node.id.slice("service:".length)], part?.spoken ?? node.id, part?.at && go.bind(undefined, part.at));
		});
		content.replaceChildren(...scene.links.map(drawLink), ...nodes);
		if (focused) nodes.find((node) => node.getAttribute("data-id") === focused)?.focus();
		if (isFitted && !isSame) fit();
	}

	/** The nearest in that direction; what lies straight ahead counts as nearer. */
	function neighbour(from: SceneNode, key: string): SceneNode | undefined {
		const middle = (node: SceneNode) => ({ x: node.x + node.width / 2, y: node.y + node.height / 2 });
		const start = middle(from);
		let [best, least]: [SceneNode | undefined, number] = [undefined, Infinity];
		for (const node of scene.nodes) {
			const [right, down] = [middle(node).x - start.x, middle(node).y - start.y];
			const [ahead, aside] = key === "ArrowRight" ? [right, down] : key === "ArrowLeft" ? [-right, down] : key === "ArrowDown" ? [down, right] : [-down, right];
			const distance = ahead + 2 * Math.abs(aside);
			if (node !== from && ahead > 1 && distance < least) [best, least] = [node, distance];
		}
		return best;
	}

	const elementOf = ({ id }: SceneNode): SVGElement | undefined =>
		[...content.querySelectorAll<SVGElement>("[data-id]")].find((each) => each.getAttribute("data-id") === id);

	svg.addEventListener("keydown", (event) => {
		const id = (event.target as Element).getAttribute("data-id");
		const node = scene.nodes.find((each) => each.id === id);
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === "+" || event.key === "=") zoom(1.25);
		else if (event.key === "-") zoom(0.8);
		else if (event.key === "0") fit();
		else if (node && event.key.startsWith("Arrow")) elementOf(neighbour(node, event.key) ?? node)?.focus();
		else return;
		event.preventDefault();
	});
	// Whoever goes through by keys sees where they are.
	svg.addEventListener("focusin", ({ target }) => {
		const [outer, inner] = [frame.getBoundingClientRect(), (target as Element).getBoundingClientRect()];
		const into = (start: number, end: number, from: number, to: number): number => (start < from ? from - start + 16 : end > to ? to - end - 16 : 0);
		const [byX, byY] = [into(inner.left, inner.right, outer.left, outer.right), into(inner.top, inner.bottom, outer.top, outer.bottom)];
		if (byX !== 0 || byY !== 0) move(byX, byY);
		// The browser moves its own way, by scrolling, which nothing here undoes.
		frame.scrollTo(0, 0);
	});
	frame.addEventListener(
		"wheel",
		(event) => {
			event.preventDefault();
			const { left, top } = frame.getBoundingClientRect();
			if (event.ctrlKey || event.metaKey) zoomAt(Math.exp(-event.deltaY / 200), event.clientX - left, event.clientY - top);
			else move(-event.deltaX, -event.deltaY);
		},
		{ passive: false },
	);
	svg.addEventListener("pointerdown", (event) => {
		if (event.button !== 0 || (event.target as Element).closest("[data-id]")) return;
		svg.setPointerCapture(event.pointerId);
	});
	svg.addEventListener("pointermove", (event) => {
		if (svg.hasPointerCapture(event.pointerId)) move(event.movementX, event.movementY);
	});
	new ResizeObserver(() => {
		if (isFitted) fit();
	}).observe(frame);
	return { element: frame, draw, zoom, fit };
}

function drawLink({ classes, path, head, label }: Scene["links"][number]): SVGElement {
	return drawing(
		"g",
		{ class: `link ${classes}`, "aria-hidden": "true" },
		drawing("path", { d: path }),
		...(head === undefined ? [] : [drawing("path", { class: "head", d: head })]),
		...(label ? [drawing("text", { class: "label", x: label.x, y: label.y }, label.text)] : []),
	);
}

function drawNode(node: SceneNode, state: ServiceState | undefined, spoken: string, act: (() => void) | undefined): SVGElement {
	const { id, classes, outlines, lines, stateAt } = node;
	const texts = lines.map(({ text, x, y, classes: role }) => drawing("text", { class: role, x, y, "aria-hidden": "true" }, text));
	if (stateAt && state) {
		const { x, y } = stateAt;
		texts.push(drawing("text", { class: `state ${state.colour}`, x, y, "aria-hidden": "true" }, `● ${shown(state.text, longestState)}`));
	}
	const made = drawing(
		"g",
		{ class: `node ${classes}`, "data-id": id, tabindex: 0, role: act ? "link" : "img", "aria-label": spoken },
		drawing("title", {}, spoken),
		...outlines.map((outline) => drawing("path", { d: outline })),
		...texts,
	);
	if (!act) return made;
	made.addEventListener("click", act);
	made.addEventListener("keydown", (event) => {
		if (event.key !== "Enter" && event.key !== " ") return;
		event.preventDefault();
		act();
	});
	return made;
}
