import "./known-language.ts";
import uPlot from "uplot";
import { element, write } from "../element.ts";
import type { ChartData, ChartView, Line } from "./lines.ts";

export type Chart = {
	/** By which one knows that its lines are still the same. */
	readonly key: string;
	readonly element: HTMLElement;
	/** Of the ten minutes that end now. */
	draw(data: ChartData): void;
	dispose(): void;
};

const colours = ["blue", "yellow", "green", "purple", "red", "orange"];
/** Lines are told apart without colour as well. */
const dashes: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4], [14, 4]];
const height = 170;
const span = 600;

/** Colours of the theme are taken as they are now. What is said of the lines stands below, with the values under the pointer, or else the last. */
export function createChart(key: string, { title, format, least, lines }: Pick<ChartView, "title" | "format" | "least" | "lines">): Chart {
	const theme = getComputedStyle(document.body);
	const colour = (name: string): string => theme.getPropertyValue(`--vscode-${name}`).trim();
	const foreground = colour("editor-foreground");
	const colourOf = (line: Line, index: number): string =>
		line.isLimit ? colour("errorForeground") || foreground : colour(`charts-${colours[index % colours.length]}`) || foreground;
	const dashOf = (line: Line, index: number): readonly number[] => (line.isLimit ? [6, 4] : (dashes[index % dashes.length] ?? []));

	const items = lines.map((line, index) => {
		const value = element("span", { class: "value" });
		const key = element("canvas", { width: "44", height: "16", "aria-hidden": "true" });
		drawKey(key, colourOf(line, index), dashOf(line, index));
		return { value, element: element("li", {}, key, element("span", { class: "name" }, line.name), value) };
	});
	const picture = element("div", { class: "picture", role: "img", "aria-label": title });
	const root = element("figure", {}, element("figcaption", {}, title), picture, element("ul", {}, ...items.map((item) => item.element)));

	const font = `11px ${theme.getPropertyValue("--vscode-font-family")}`;
	const axis: uPlot.Axis = {
		stroke: colour("descriptionForeground") || foreground,
		font,
		grid: { stroke: colour("editorWidget-border") || colour("contrastBorder") || foreground, width: 0.5 },
		ticks: { show: false },
	};
	const plot = new uPlot(
		{
			width: 320,
			height,
			legend: { show: false },
			cursor: { sync: { key: "stats" }, drag: { x: false, y: false }, points: { show: false } },
			scales: {
				x: { time: true, range: () => [Date.now() / 1000 - span, Date.now() / 1000] },
				y: { range: (_, __, most) => [0, Math.max(most * 1.1, least)] },
			},
			axes: [
				{ ...axis, space: 70, values: (_, at) => at.map((second) => new Date(second * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })) },
				{ ...axis, size: 78, space: 34, values: (_, at) => at.map(format) },
			],
			series: [
				{},
				...lines.map((line, index) => ({
					stroke: colourOf(line, index),
					width: line.isLimit ? 1 : 1.5,
					dash: [...dashOf(line, index)],
					points: { show: false },
				})),
			],
			hooks: { setCursor: [() => tell()] },
		},
		[[]],
		picture,
	);
	const watching = new ResizeObserver(() => plot.setSize({ width: Math.max(200, picture.clientWidth), height }));
	watching.observe(picture);

	/** The value at the pointer, or the last one. */
	function tell(): void {
		const at = plot.cursor.idx;
		for (const [index, { value }] of items.entries()) {
			const line = plot.data[index + 1] ?? [];
			const shown = typeof at === "number" ? nearest(line, at) : latest(line, plot.data[0]);
			const text = shown === undefined || lines[index]?.isLimit ? "" : format(shown);
			write(value, text);
		}
	}

	return {
		key,
		element: root,
		draw({ times, values }) {
			plot.setData([[...times], ...values.map((line) => [...line])] as uPlot.AlignedData);
			tell();
		},
		dispose() {
			watching.disconnect();
			plot.destroy();
			root.remove();
		},
	};
}

/** Nothing of a container from which nothing was heard for a while, as of one that has ended. */
function latest(line: ArrayLike<number | null | undefined>, times: ArrayLike<number>): number | undefined {
	const since = Date.now() / 1000 - 5;
	for (let index = line.length - 1; index >= 0 && (times[index] ?? 0) > since; index--) {
		const value = line[index];
		if (value !== undefined) return value ?? undefined;
	}
	return undefined;
}

/** Where a line has no value at the time of another's, the one before it; nothing in a gap. */
function nearest(line: ArrayLike<number | null | undefined>, at: number): number | undefined {
	for (let index = at; index >= 0; index--) {
		const value = line[index];
		if (value === null) return undefined;
		if (value !== undefined) return value;
	}
	return undefined;
}

function drawKey(canvas: HTMLCanvasElement, colour: string, dash: readonly number[]): void {
	const context = canvas.getContext("2d");
	if (!context) return;
	context.strokeStyle = colour;
	context.lineWidth = 3;
	context.setLineDash(dash.map((length) => length * 1.5));
	context.beginPath();
	context.moveTo(0, 8);
	context.lineTo(44, 8);
	context.stroke();
}
