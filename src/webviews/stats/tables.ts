import { type Metric, summaryOf, valueAt } from "../../engine/stats/history.ts";
import { percentText } from "../../engine/stats/numbers.ts";
import { sizeText } from "../../engine/text/size.ts";
import { element } from "../element.ts";
import { type Histories, namesOf } from "./lines.ts";
import type { StatsView } from "./protocol.ts";

/** Between the rows of the table of values, in milliseconds. */
const step = 10_000;

/** Each container with what it uses now, on average and at most, in the time that the charts show. */
export function summaryTable(view: StatsView, histories: Histories): HTMLTableElement {
	const { words } = view;
	const now = Date.now();
	const size = (bytes: number | null): string => (bytes === null ? "–" : sizeText(Math.round(bytes)));
	const rate = (bytes: number | null): string => (bytes === null ? "–" : `${size(bytes)}${words.perSecond}`);
	const rows = namesOf(view, histories).map((name) => {
		const moments = histories.get(name) ?? [];
		const member = view.members.find((each) => each.name === name);
		const of = (metric: Metric): ReturnType<typeof summaryOf> => summaryOf({ moments, metric }, now);
		const [cpu, memory, received, sent, read, written] = (["cpu", "memory", "received", "sent", "read", "written"] as const).map(of);
		const last = moments.at(-1)?.of;
		return [
			name,
			element("span", { class: member?.colour ?? "stopped" }, member?.state ?? "–"),
			percentText(cpu?.now ?? null),
			percentText(cpu?.mean ?? null),
			percentText(cpu?.highest ?? null),
			size(memory?.now ?? null),
			size(memory?.highest ?? null),
			moments.length === 0 ? "–" : member && member.limit > 0 ? size(member.limit) : words.noLimit,
			rate(received?.now ?? null),
			rate(sent?.now ?? null),
			last ? `${size(last.received)} / ${size(last.sent)}` : "–",
			rate(read?.now ?? null),
			rate(written?.now ?? null),
			last ? `${size(last.read)} / ${size(last.written)}` : "–",
			String(of("processes").now ?? "–"),
		];
	});
	const groups: readonly (readonly [title: string, columns: readonly string[]])[] = [
		[words.cpu, [words.now, words.mean, words.highest]],
		[words.memory, [words.now, words.highest, words.limit]],
		[words.network, [words.received, words.sent, words.total]],
		[words.disk, [words.read, words.written, words.total]],
	];
	const head = element(
		"thead",
		{},
		element(
			"tr",
			{},
			element("th", { scope: "col", rowspan: "2" }, words.container),
			element("th", { scope: "col", rowspan: "2" }, words.state),
			...groups.map(([title, columns]) => element("th", { scope: "colgroup", colspan: String(columns.length) }, title)),
			element("th", { scope: "col", rowspan: "2" }, words.processes),
		),
		element("tr", {}, ...groups.flatMap(([, columns]) => columns.map((column) => element("th", { scope: "col" }, column)))),
	);
	return element("table", { class: "summary" }, element("caption", {}, words.summary), head, bodyOf(rows));
}

/** The same in numbers that the charts show, every ten seconds, the newest first. */
export function valuesTable(view: StatsView, histories: Histories): HTMLTableElement {
	const { words } = view;
	const rows = namesOf(view, histories).flatMap((name) => {
		const moments = histories.get(name) ?? [];
		const kept: (readonly [number, readonly string[]])[] = [];
		for (const [index, moment] of moments.entries()) {
			const last = kept.at(-1)?.[0] ?? 0;
			if (moment.at - last < step) continue;
			const value = (metric: Metric): number | null => valueAt(metric, moment, moments[index - 1]);
			const rate = (metric: Metric): string => {
				const bytes = value(metric);
				return bytes === null ? "–" : `${sizeText(Math.round(bytes))}${words.perSecond}`;
			};
			const time = new Date(moment.at).toLocaleTimeString();
			const flows = (["received", "sent", "read", "written"] as const).map(rate);
			kept.push([moment.at, [time, name, percentText(moment.of.cpu), sizeText(moment.of.memory), ...flows, String(moment.of.processes)]]);
		}
		return kept;
	});
	const heads = [words.time, words.container, words.cpu, words.memory, words.received, words.sent, words.read, words.written, words.processes];
	return element(
		"table",
		{ class: "values" },
		element("caption", {}, words.values),
		element("thead", {}, element("tr", {}, ...heads.map((title) => element("th", { scope: "col" }, title)))),
		bodyOf(rows.toSorted(([one], [other]) => other - one).map(([, cells]) => cells)),
	);
}

const bodyOf = (rows: readonly (readonly (Node | string)[])[]): HTMLElement =>
	element(
		"tbody",
		{},
		...rows.map(([first = "", ...cells]) => element("tr", {}, element("th", { scope: "row" }, first), ...cells.map((cell) => element("td", {}, cell)))),
	);
