import { filtered, type Group, groupsOf, held, isSameOrder, type TableArrangement, totalsOf } from "../../engine/stats/table.ts";
import { tableCsv, tableMarkdown } from "../../engine/stats/table-texts.ts";
import { element, write } from "../element.ts";
import { columnChooser } from "./columns.ts";
import { createGrid } from "./grid.ts";
import { adoptStyles } from "../adopt-styles.ts";
import style from "./page.css";
import type { FromPage, PageRow, TableView, ToPage } from "./protocol.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: object): void };

const vscode = acquireVsCodeApi();
adoptStyles(style);

/** So often rows are sorted anew, in milliseconds, where nobody is in the table: where it is sorted by what changes all the time it could not be read otherwise. */
const interval = 4_000;

let view: TableView | undefined;
let arrangement: TableArrangement | undefined;
let shown: readonly Group[] = [];
const rows = new Map<string, PageRow>();

const status = element("div", { class: "status", role: "status" });
const filter = element("input", { type: "search" });
const tools = element("div", { class: "tools", role: "toolbar" });
const chooser = element("div", { class: "chooser", id: "columns", hidden: "" });
const again = element("button", { type: "button", class: "again", hidden: "" });
const grid = createGrid({
	sort(column) {
		if (!arrangement) return;
		// What is most comes first where it is a number.
		const isSame = arrangement.sort === column;
		arrange({ sort: column, isDescending: isSame ? !arrangement.isDescending : ["cpu", "memory", "network", "disk", "restarts"].includes(column) });
	},
	open: (id) => vscode.postMessage({ kind: "open", id }),
});
document.body.append(element("header", {}, filter, tools, again, status), chooser, element("main", {}, grid.element));

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
	if (data.kind === "show") {
		const isFirst = view === undefined;
		view = data.view;
		arrangement = view.arrangement;
		if (isFirst) drawTools(view);
		write(status, view.trouble);
		draw(isFirst);
	} else {
		if (data.isAll) rows.clear();
		for (const id of data.gone) rows.delete(id);
		for (const row of data.rows) rows.set(row.id, row);
		draw(data.isAll);
	}
});
setInterval(() => draw(true), interval);
filter.addEventListener("input", () => draw(true, true));
// Who leaves the table sees it in order again.
grid.element.addEventListener("mouseleave", () => draw(true));
vscode.setState({});
vscode.postMessage({ kind: "ready" });

const isBusy = (): boolean => grid.element.matches(":hover") || grid.element.contains(document.activeElement);

/** Sorts only where it `maySort`, and nobody is in the table unless he has asked for it; otherwise rows stay where they are. */
function draw(maySort: boolean, isAsked = false): void {
	if (!view || !arrangement) return;
	const { words, titles } = view;
	const found = filtered([...rows.values()], filter.value);
	const wanted = groupsOf(found, arrangement);
	shown = maySort && (isAsked || !isBusy()) ? wanted : held(shown, wanted);
	again.hidden = isSameOrder(shown, wanted) || !isBusy();
	write(again, words.sortAgain);
	grid.draw({ groups: shown, all: totalsOf(found), arrangement, titles, rowOf: (id) => rows.get(id), nameOf, label: words.table, now: Date.now() });
}

function nameOf(group: Group | undefined): string {
	const { words } = view ?? {};
	if (!words) return "";
	const { containers, running } = group?.totals ?? totalsOf(filtered([...rows.values()], filter.value));
	const name = group === undefined ? words.all : group.project === null ? words.noProject : words.project.replace("{0}", group.project);
	return `${name} (${words.running.replace("{0}", String(running)).replace("{1}", String(containers))})`;
}

function arrange(change: Partial<TableArrangement>): void {
	if (!arrangement) return;
	arrangement = { ...arrangement, ...change };
	vscode.postMessage({ kind: "arranged", arrangement });
	draw(true, true);
}

function drawTools({ words, titles }: TableView): void {
	filter.placeholder = words.filter;
	filter.setAttribute("aria-label", words.filter);
	const grouped = element("input", { type: "checkbox" });
	grouped.checked = arrangement?.isGrouped ?? true;
	grouped.addEventListener("change", () => arrange({ isGrouped: grouped.checked }));
	const columns = button(words.columns, () => {
		chooser.hidden = !chooser.hidden;
		columns.setAttribute("aria-expanded", String(!chooser.hidden));
	});
	columns.setAttribute("aria-expanded", "false");
	columns.setAttribute("aria-controls", "columns");
	again.addEventListener("click", () => draw(true, true));
	tools.append(
		element("label", {}, grouped, words.grouped),
		columns,
		button(words.markdown, () => copy("markdown")),
		button(words.csv, () => copy("csv")),
	);
	if (arrangement) chooser.append(columnChooser(arrangement.columns, titles, words, (chosen) => arrange({ columns: chosen })));
}

function button(text: string, act: () => void): HTMLButtonElement {
	const made = element("button", { type: "button" }, text);
	made.addEventListener("click", act);
	return made;
}

function copy(as: "markdown" | "csv"): void {
	if (!view || !arrangement) return;
	const { titles, words } = view;
	const { columns, isGrouped } = arrangement;
	const all = totalsOf(shown.flatMap((group) => group.rows));
	const what = { groups: shown, all, columns, titles, nameOf, isGrouped, now: Date.now() };
	vscode.postMessage({ kind: "copy", text: as === "csv" ? tableCsv(what) : tableMarkdown(what) });
	write(status, words.copied.replace("{0}", String(all.containers)));
}
