import uPlotStyle from "uplot/dist/uPlot.min.css";
import { keepHistory, type Moment } from "../../engine/stats/history.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { element, write } from "../element.ts";
import { type Chart, createChart } from "./chart.ts";
import { chartsOf } from "./lines.ts";
import style from "./page.css";
import type { FromPage, StatsView, ToPage } from "./protocol.ts";
import { summaryTable, valuesTable } from "./tables.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: object): void };

const vscode = acquireVsCodeApi();
adoptStyles(uPlotStyle, style);

/** Tables are written anew in this time at most, in milliseconds: one who reads them is not to be interrupted by each second. */
const interval = 2_000;

let view: StatsView | undefined;
const moments = new Map<string, readonly Moment[]>();
const charts = new Map<string, Chart>();
const status = element("div", { class: "status", role: "status" });
const tools = element("div", { class: "tools", role: "toolbar" });
const pictures = element("div", { class: "pictures" });
const summary = element("section", {});
const values = element("section", { id: "values", hidden: "" });
document.body.append(element("header", {}, tools, status), element("main", {}, pictures, summary, values));

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
	if (data.kind === "show") {
		view = data.view;
		vscode.setState({ subject: view.subject });
		drawTools(view);
		write(status, view.trouble);
		drawTables();
	} else {
		const isFirst = moments.size === 0;
		for (const [name, more] of data.of) moments.set(name, [...keepHistory(moments.get(name) ?? [], Date.now()), ...more]);
		if (isFirst) drawTables();
	}
	drawCharts();
});
setInterval(() => {
	// Time goes on also where nothing is heard.
	drawCharts();
	drawTables();
}, interval);
// Colours are read when a chart is made.
new MutationObserver(() => {
	for (const chart of charts.values()) chart.dispose();
	charts.clear();
	drawCharts();
}).observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
vscode.postMessage({ kind: "ready" });

function drawCharts(): void {
	if (!view) return;
	for (const { id, title, format, least, lines, data } of chartsOf(view, moments)) {
		let chart = charts.get(id);
		const key = JSON.stringify(lines);
		if (chart && chart.key !== key) {
			chart.dispose();
			chart = undefined;
		}
		if (!chart) {
			chart = createChart(key, { title, format, least, lines });
			charts.set(id, chart);
			// Each in its place, however often it was made anew.
			pictures.querySelector(`[data-chart="${id}"]`)?.remove();
			chart.element.dataset["chart"] = id;
			pictures.append(...[...charts.values()].map((each) => each.element));
		}
		chart.draw(data);
	}
}

function drawTables(): void {
	if (!view) return;
	summary.replaceChildren(summaryTable(view, moments));
	if (values.hidden || values.contains(document.activeElement)) return;
	values.replaceChildren(valuesTable(view, moments));
}

/** Once: what has the focus keeps it. */
function drawTools({ words }: StatsView): void {
	if (tools.childElementCount > 0) return;
	const shows = element("button", { type: "button", "aria-expanded": "false", "aria-controls": "values" }, words.showValues);
	shows.addEventListener("click", () => {
		values.hidden = !values.hidden;
		shows.setAttribute("aria-expanded", String(!values.hidden));
		write(shows, values.hidden ? words.showValues : words.hideValues);
		drawTables();
	});
	const saves = element("button", { type: "button" }, words.export);
	saves.addEventListener("click", () => vscode.postMessage({ kind: "export" }));
	tools.append(shows, saves);
}
