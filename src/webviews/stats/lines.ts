import { linesOf, type Metric, type Moment } from "../../engine/stats/history.ts";
import { percentText } from "../../engine/stats/numbers.ts";
import { sizeText } from "../../engine/text/size.ts";
import type { StatsView } from "./protocol.ts";

/** A line of a chart. Which colour and which dashes it has follows from its place. */
export type Line = { readonly name: string; readonly isLimit: boolean };

export type ChartData = { readonly times: readonly number[]; readonly values: readonly (readonly (number | null | undefined)[])[] };

/** All of one chart. The first lines are values, and limits follow. */
export type ChartView = {
	readonly id: string;
	readonly title: string;
	readonly format: (value: number) => string;
	/** Up to where the scale goes at least. */
	readonly least: number;
	readonly lines: readonly Line[];
	readonly data: ChartData;
};

export type Histories = ReadonlyMap<string, readonly Moment[]>;

/** One container has a line for each direction, several have one each for both together: more could not be told apart. */
export function chartsOf(view: StatsView, histories: Histories): readonly ChartView[] {
	const { words } = view;
	const names = namesOf(view, histories).filter((name) => histories.has(name));
	const rate = (bytes: number): string => `${sizeText(Math.round(bytes))}${words.perSecond}`;
	const flows = (one: Metric, oneName: string, other: Metric, otherName: string, both: Metric): readonly (readonly [string, string, Metric])[] =>
		names.length > 1
			? names.map((name) => [name, name, both] as const)
			: names.flatMap((name) => [[name, oneName, one] as const, [name, otherName, other] as const]);
	const chart = (id: string, title: string, format: ChartView["format"], lines: readonly (readonly [string, string, Metric])[]): ChartView => {
		const { times, lines: values } = linesOf(lines.map(([name, , metric]) => ({ moments: histories.get(name) ?? [], metric })));
		return { id, title, format, least: id === "cpu" ? 0.01 : 1000, lines: lines.map(([, name]) => ({ name, isLimit: false })), data: { times, values } };
	};
	const each = (metric: Metric): readonly (readonly [string, string, Metric])[] => names.map((name) => [name, name, metric]);
	return [
		chart("cpu", words.cpu, percentText, each("cpu")),
		withLimits(
			chart("memory", words.memory, (bytes) => sizeText(Math.round(bytes)), each("memory")),
			view,
		),
		chart("network", words.network, rate, flows("received", words.received, "sent", words.sent, "network")),
		chart("disk", words.disk, rate, flows("read", words.read, "written", words.written, "disk")),
	];
}

/** Those that are there, and those that were while one looked. */
export const namesOf = ({ members }: StatsView, histories: Histories): readonly string[] => [
	...new Set([...members.map(({ name }) => name), ...histories.keys()]),
];

/** A limit is a line of its own; the same limit of several is one. */
function withLimits(chart: ChartView, { members, words }: StatsView): ChartView {
	const limits = [...new Set(members.flatMap(({ limit }) => (limit > 0 ? [limit] : [])))];
	return {
		...chart,
		lines: [...chart.lines, ...limits.map((limit) => ({ name: `${words.limit} ${sizeText(limit)}`, isLimit: true }))],
		data: { times: chart.data.times, values: [...chart.data.values, ...limits.map((limit) => chart.data.times.map(() => limit))] },
	};
}
