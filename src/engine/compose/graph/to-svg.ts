import type { Graph } from "./graph.ts";
import { layOut } from "./scene.ts";
import { shown } from "./shown.ts";

/** The graph as a picture that needs nothing besides, in the light or dark of whoever shows it. Load it lazily: it brings the layout. */
export function toSvg(graph: Graph<unknown>): string {
	const { width, height, nodes, links } = layOut(graph, { keepsStates: false, direction: "right" });
	const lines = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
		`<title>${escaped(shown(graph.name))}</title>`,
		`<style>${style}</style>`,
		`<rect class="paper" width="${width}" height="${height}"/>`,
		...links.map(({ classes, path, head, label }) =>
			[
				`<g class="link ${classes}"><path d="${path}"/>`,
				...(head === undefined ? [] : [`<path class="head" d="${head}"/>`]),
				...(label ? [`<text class="label" x="${label.x}" y="${label.y}">${escaped(label.text)}</text>`] : []),
				"</g>",
			].join(""),
		),
		...nodes.map(({ classes, outlines, lines: texts }) =>
			[
				`<g class="node ${classes}">`,
				...outlines.map((outline) => `<path d="${outline}"/>`),
				...texts.map(({ text, x, y, classes: role }) => `<text class="${role}" x="${x}" y="${y}">${escaped(text)}</text>`),
				"</g>",
			].join(""),
		),
		"</svg>",
	];
	return `${lines.join("\n")}\n`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? "");

const style = [
	"svg{color-scheme:light dark;--paper:#fff;--ink:#1f2328;--pale:#57606a;--line:#8c959f;--box:#f6f8fa;--network:#0969da;--volume:#1a7f37;--wrong:#cf222e}",
	"@media(prefers-color-scheme:dark){svg{--paper:#0d1117;--ink:#e6edf3;--pale:#9198a1;--line:#656c76;--box:#161b22;--network:#4493f8;--volume:#3fb950;--wrong:#f85149}}",
	".paper{fill:var(--paper)}",
	"text{font:11px system-ui,sans-serif;fill:var(--pale)}",
	".name{font-size:13px;font-weight:600;fill:var(--ink)}",
	".label{text-anchor:middle;paint-order:stroke;stroke:var(--paper);stroke-width:4px}",
	".node path{fill:var(--box);stroke:var(--line)}",
	".network path{stroke:var(--network)}",
	".volume path{stroke:var(--volume)}",
	".profile path,.external path{stroke-dasharray:5 3}",
	".link path{fill:none;stroke:var(--line)}",
	".link.network path{stroke:var(--network);opacity:.6}",
	".link.volume path{stroke:var(--volume);stroke-dasharray:2 3}",
	".link.optional path{stroke-dasharray:5 3}",
	".link .head{fill:var(--line);stroke-dasharray:none}",
	".link.circle path,.missing path{stroke:var(--wrong)}",
	".link.circle .head{fill:var(--wrong)}",
].join("");
