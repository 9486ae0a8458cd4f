import { expect, test } from "vitest";
import {
	type ColumnId,
	filtered,
	groupsOf,
	held,
	inOrder,
	isSameOrder,
	type TableRow,
	toArrangement,
	totalsOf,
	usualArrangement,
} from "../../../src/engine/stats/table.ts";
import { cellText, tableCsv, tableMarkdown, totalText } from "../../../src/engine/stats/table-texts.ts";

const row = (name: string, more: Partial<TableRow> = {}): TableRow => ({
	id: `id-${name}`,
	name,
	project: null,
	state: "running",
	health: "",
	cpu: null,
	memory: null,
	memoryLimit: 0,
	received: null,
	sent: null,
	read: null,
	written: null,
	restarts: 0,
	startedAt: null,
	createdAt: null,
	ports: "",
	image: "busybox",
	...more,
});
const names = (rows: readonly TableRow[]): readonly string[] => rows.map(({ name }) => name);
const by = (sort: ColumnId, isDescending = false): typeof usualArrangement => ({ ...usualArrangement, sort, isDescending });

test("rows are sorted by any column, by name where they are alike, and what is not known stands last either way", () => {
	const rows = [row("web-10", { cpu: 2 }), row("web-2", { cpu: 2 }), row("db", { cpu: 7 }), row("old")];
	expect(names(inOrder(rows, by("cpu")))).toEqual(["web-2", "web-10", "db", "old"]);
	expect(names(inOrder(rows, by("cpu", true)))).toEqual(["db", "web-2", "web-10", "old"]);
	expect(names(inOrder(rows, by("name")))).toEqual(["db", "old", "web-2", "web-10"]);
	const ages = [row("long", { startedAt: 1000 }), row("short", { startedAt: 5000 })];
	expect(names(inOrder(ages, by("uptime", true)))).toEqual(["long", "short"]);
});

test("200 containers under churn: the sums of projects are those of their rows, and all of them that of all", () => {
	let seed = 7;
	const random = (most: number): number => (seed = (seed * 16_807) % 2_147_483_647) % most;
	let rows = Array.from({ length: 200 }, (_, index) => row(`c${index}`, { project: index % 7 === 0 ? null : `p${index % 5}` }));
	for (let round = 0; round < 50; round++) {
		rows = rows.map((each) =>
			random(3) > 0
				? each
				: {
						...each,
						cpu: random(10_000) / 100,
						memory: random(1e9),
						received: random(1e6),
						sent: random(1e6),
						read: random(1e6),
						written: random(1e6),
						restarts: random(4),
					},
		);
		const groups = groupsOf(rows, by("memory", true));
		const all = totalsOf(rows);
		for (const { totals, rows: members } of groups) {
			expect(totals.memory).toBe(members.reduce((sum, { memory }) => sum + (memory ?? 0), 0));
			// As they are written.
			const cents = members.reduce((sum, each) => sum + Math.round(Number.parseFloat(cellText(each, "cpu", 0) || "0") * 100), 0);
			expect(totalText(totals, "cpu")).toBe(`${(cents / 100).toFixed(2)} %`);
		}
		for (const name of ["containers", "memory", "received", "sent", "read", "written", "restarts"] as const)
			expect(groups.reduce((sum, { totals }) => sum + totals[name], 0)).toBe(all[name]);
		const projects = groups.filter(({ project }) => project !== null).map(({ totals }) => totals.memory);
		expect(projects).toEqual(projects.toSorted((one, other) => other - one));
		expect(groups.at(-1)?.project, "those of none are the last").toBeNull();
	}
});

test("while somebody is in the table rows stay where they are, what is new comes below, what is gone leaves no gap", () => {
	const before = groupsOf([row("a", { cpu: 3, project: "p" }), row("b", { cpu: 2, project: "p" }), row("c", { cpu: 1 })], by("cpu", true));
	const now = groupsOf(
		[
			row("b", { cpu: 9, project: "p" }),
			row("new", { cpu: 99, project: "p" }),
			row("c", { cpu: 50 }),
			row("d", { cpu: 70 }),
			row("e", { project: "q", cpu: 999 }),
		],
		by("cpu", true),
	);
	const stays = held(before, now);
	expect(stays.map(({ project, rows }) => [project, names(rows)])).toEqual([
		["p", ["b", "new"]],
		[null, ["c", "d"]],
		["q", ["e"]],
	]);
	expect([
		isSameOrder(stays, now),
		isSameOrder(
			now,
			groupsOf(
				now.flatMap(({ rows }) => rows),
				by("cpu", true),
			),
		),
	]).toEqual([false, true]);
});

test("the filter looks for each word in what stands in a row", () => {
	const rows = [row("web", { project: "shop", image: "nginx:1.27" }), row("db", { project: "shop", state: "exited (1)" })];
	expect(names(filtered(rows, "shop NGINX"))).toEqual(["web"]);
	expect(names(filtered(rows, "exited"))).toEqual(["db"]);
	expect(filtered(rows, "  ")).toBe(rows);
});

test("what was kept is taken as far as it means something", () => {
	expect(toArrangement(undefined)).toEqual({ ...usualArrangement, columns: [...usualArrangement.columns] });
	expect(toArrangement({ columns: ["cpu", "cpu", "gone", 7], sort: "gone", isGrouped: false, isDescending: "yes" })).toEqual({
		columns: ["name", "cpu"],
		sort: "name",
		isDescending: false,
		isGrouped: false,
	});
});

test("it is copied as it is shown, with the sums, and as plain numbers without", () => {
	const rows = [
		row("web", { project: "shop", cpu: 1.5, memory: 2_000_000, memoryLimit: 4_000_000, received: 1000, sent: 0, startedAt: 1000 }),
		row("db", { project: "shop", cpu: 0.25, memory: 1_000_000, received: 500, sent: 20, startedAt: 61_000 }),
	];
	const groups = groupsOf(rows, by("name"));
	const columns = ["name", "cpu", "memory", "network", "uptime"] as const;
	const titles = Object.fromEntries(usualArrangement.columns.map((id) => [id, id.toUpperCase()])) as Record<ColumnId, string>;
	const what = {
		groups,
		all: totalsOf(rows),
		columns,
		titles,
		isGrouped: true,
		now: 121_000,
		nameOf: (group?: { project: string | null }) => group?.project ?? "All",
	};
	expect(tableMarkdown(what)).toBe(`| NAME | CPU | MEMORY | NETWORK | UPTIME |
| --- | ---: | ---: | ---: | ---: |
| shop | 1.75 % | 3.0 MB | 1.5 kB / 20 B |  |
| db | 0.25 % | 1.0 MB | 500 B / 20 B | 1 min |
| web | 1.50 % | 2.0 MB / 4.0 MB | 1.0 kB / 0 B | 2 min |
| All | 1.75 % | 3.0 MB | 1.5 kB / 20 B |  |
`);
	expect(tableCsv({ ...what, groups: [] })).toBe(`${tableCsv(what).split("\r\n")[0]}\r\n`);
	expect(tableCsv(what).split("\r\n")).toEqual([
		"name,cpu_percent,memory_bytes,memory_limit_bytes,received_bytes,sent_bytes,uptime_seconds",
		"db,0.25,1000000,,500,20,60",
		"web,1.5,2000000,4000000,1000,0,120",
		"",
	]);
});
