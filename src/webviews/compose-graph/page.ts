import { toDot } from "../../engine/compose/graph/to-dot.ts";
import { toMermaid } from "../../engine/compose/graph/to-mermaid.ts";
import { toSvg } from "../../engine/compose/graph/to-svg.ts";
import { adoptStyles } from "../adopt-styles.ts";
import style from "./page.css";
import { createPicture } from "./picture.ts";
import type { FilePlace, FromPage, GraphView, ToPage } from "./protocol.ts";
import { element } from "../element.ts";
import { tablesOf } from "./tables.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: object): void };

const vscode = acquireVsCodeApi();
adoptStyles(style);

const go = (at: FilePlace): void => vscode.postMessage({ kind: "go", at });
const picture = createPicture(go);
const status = element("div", { class: "status", role: "status" });
const tools = element("div", { class: "tools", role: "toolbar" });
const tables = element("section", { class: "tables" });
document.body.append(element("header", {}, tools, status), element("main", {}, picture.element, tables));

let shown: GraphView | undefined;

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
	shown = data.view;
	vscode.setState({ uri: shown.uri });
	drawTools(shown);
	drawStatus(shown);
	picture.draw(shown);
	tables.replaceChildren(...tablesOf(shown, go));
});
vscode.postMessage({ kind: "ready" });

/** Once: what has the focus keeps it. */
function drawTools({ words }: GraphView): void {
	if (tools.childElementCount > 0) return;
	tools.append(
		button("+", words.zoomIn, () => picture.zoom(1.25)),
		button("−", words.zoomOut, () => picture.zoom(0.8)),
		button("⤢", words.fit, picture.fit),
		button(words.copy, words.copy, () => take("clipboard")),
		button(words.export, words.export, () => take("file")),
	);
}

function button(text: string, label: string, act: () => void): HTMLButtonElement {
	const made = element("button", { type: "button", "aria-label": label, title: label }, text);
	made.addEventListener("click", act);
	return made;
}

function take(to: "file" | "clipboard"): void {
	if (shown?.graph) vscode.postMessage({ kind: "take", to, pictures: { svg: toSvg(shown.graph), mermaid: toMermaid(shown.graph), dot: toDot(shown.graph) } });
}

function drawStatus({ problem, states, graph, words }: GraphView): void {
	const notes: Node[] = [];
	if (problem?.at) {
		const { at } = problem;
		const link = element("button", { type: "button", class: "link problem" }, problem.text);
		link.addEventListener("click", () => go(at));
		notes.push(link);
	} else if (problem) notes.push(element("span", { class: "problem" }, problem.text));
	if (!graph && !problem) notes.push(element("span", {}, words.empty));
	if (graph && !states) notes.push(element("span", {}, words.noEngine));
	const isSame = notes.map((note) => note.textContent).join("\n") === [...status.childNodes].map((note) => note.textContent).join("\n");
	// What has not changed is not to be read out again; but the place may be another.
	if (!isSame || problem?.at) status.replaceChildren(...notes);
}
