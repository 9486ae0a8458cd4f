import type { ColumnId, Group, TableArrangement, Totals } from "../../engine/stats/table.ts";
import { cellText, isNumber, totalText } from "../../engine/stats/table-texts.ts";
import { element, write } from "../element.ts";
import type { PageRow, TableView } from "./protocol.ts";

export type GridView = {
	readonly groups: readonly Group[];
	readonly all: Totals;
	readonly arrangement: TableArrangement;
	readonly titles: TableView["titles"];
	readonly rowOf: (id: string) => PageRow | undefined;
	/** What stands first in a row of sums; of all where there is no group. */
	readonly nameOf: (group: Group | undefined) => string;
	readonly label: string;
	readonly now: number;
};

export type Grid = { readonly element: HTMLElement; draw(view: GridView): void };

type Asked = { readonly sort: (column: ColumnId) => void; readonly open: (id: string) => void };

/** A grid as screen readers know it: one cell has the focus, arrows move it, Enter sorts by a column or opens a container, the menu key has what can be done. */
export function createGrid({ sort, open }: Asked): Grid {
	const head = element("thead", {});
	const body = element("tbody", {});
	const foot = element("tfoot", {});
	const table = element("table", { role: "grid" }, head, body, foot);
	/** Rows by what they are about, which are changed in place: what has the focus or a pointer keeps it. */
	const known = new Map<string, HTMLTableRowElement>();
	let columnsShown = "";
	let current: HTMLTableCellElement | undefined;

	function focusable(cell: HTMLTableCellElement): void {
		current?.setAttribute("tabindex", "-1");
		current = cell;
		cell.setAttribute("tabindex", "0");
	}

	table.addEventListener("focusin", ({ target }) => target instanceof HTMLTableCellElement && focusable(target));
	table.addEventListener("click", ({ target }) => {
		const cell = target instanceof Element ? target.closest<HTMLTableCellElement>("th, td") : null;
		if (!cell) return;
		cell.focus();
		act(cell, "click");
	});
	table.addEventListener("dblclick", ({ target }) => {
		const cell = target instanceof Element ? target.closest<HTMLTableCellElement>("th, td") : null;
		if (cell) act(cell, "open");
	});
	table.addEventListener("keydown", (event) => {
		const cell = event.target;
		if (!(cell instanceof HTMLTableCellElement) || event.altKey || event.metaKey) return;
		if (event.key === "Enter" || event.key === " ") act(cell, event.key === "Enter" ? "open" : "click");
		else if (!move(cell, event)) return;
		event.preventDefault();
	});

	function act(cell: HTMLTableCellElement, how: "click" | "open"): void {
		const { column } = cell.dataset;
		const id = cell.closest("tr")?.dataset["id"];
		if (cell.parentElement?.parentElement === head && column) sort(column as ColumnId);
		else if (id !== undefined && how === "open") open(id);
	}

	/** @returns whether the key is one that moves */
	function move(cell: HTMLTableCellElement, { key, ctrlKey }: KeyboardEvent): boolean {
		const row = cell.parentElement as HTMLTableRowElement;
		const all = [...table.rows];
		const [x, y, last] = [cell.cellIndex, all.indexOf(row), row.cells.length - 1];
		const to = (column: number, line: number): boolean => {
			const target = all[Math.max(0, Math.min(line, all.length - 1))];
			target?.cells[Math.max(0, Math.min(column, last))]?.focus();
			return true;
		};
		switch (key) {
			case "ArrowLeft":
				return to(x - 1, y);
			case "ArrowRight":
				return to(x + 1, y);
			case "ArrowUp":
				return to(x, y - 1);
			case "ArrowDown":
				return to(x, y + 1);
			case "PageUp":
				return to(x, y - 15);
			case "PageDown":
				return to(x, y + 15);
			case "Home":
				return to(0, ctrlKey ? 0 : y);
			case "End":
				return to(last, ctrlKey ? all.length - 1 : y);
			default:
				return false;
		}
	}

	function rowFor(key: string, columns: readonly ColumnId[]): HTMLTableRowElement {
		let row = known.get(key);
		if (row) return row;
		row = element(
			"tr",
			{ role: "row" },
			...columns.map((column) => {
				const made = element(column === "name" ? "th" : "td", { role: column === "name" ? "rowheader" : "gridcell", tabindex: "-1", "data-column": column });
				if (column === "name") made.setAttribute("scope", "row");
				if (isNumber(column)) made.className = "number";
				return made;
			}),
		);
		known.set(key, row);
		return row;
	}

	function drawHead({ arrangement: { columns, sort: sorted, isDescending }, titles }: GridView): void {
		const row = rowFor("head", []);
		if (row.cells.length === 0) {
			row.append(
				...columns.map((column) => {
					const made = element("th", { role: "columnheader", scope: "col", tabindex: "-1", "data-column": column }, titles[column]);
					if (isNumber(column)) made.className = "number";
					return made;
				}),
			);
			head.replaceChildren(row);
		}
		for (const cell of row.cells) {
			const isSorted = cell.dataset["column"] === sorted;
			cell.setAttribute("aria-sort", isSorted ? (isDescending ? "descending" : "ascending") : "none");
		}
	}

	return {
		element: table,
		draw(view) {
			const { groups, arrangement, rowOf, nameOf, now, all } = view;
			const { columns, isGrouped } = arrangement;
			const asText = columns.join();
			const wasAt = current?.dataset["column"];
			const hadFocus = current !== undefined && current === document.activeElement;
			if (asText !== columnsShown) {
				columnsShown = asText;
				known.clear();
			}
			table.setAttribute("aria-label", view.label);
			drawHead(view);
			const wanted: HTMLTableRowElement[] = [];
			const keys = new Set(["head", "all"]);
			const total = (key: string, of: Totals, name: string): HTMLTableRowElement => {
				const row = rowFor(key, columns);
				row.className = "total";
				for (const cell of row.cells) {
					const column = cell.dataset["column"] as ColumnId;
					write(cell, column === "name" ? name : totalText(of, column));
				}
				keys.add(key);
				return row;
			};
			for (const group of groups) {
				if (isGrouped) wanted.push(total(`group ${group.project ?? ""}`, group.totals, nameOf(group)));
				for (const { id } of group.rows) {
					const of = rowOf(id);
					if (!of) continue;
					const row = rowFor(`row ${id}`, columns);
					keys.add(`row ${id}`);
					row.dataset["id"] = id;
					const context = JSON.stringify({ hullwrightContainer: of.activity, containerId: id, preventDefaultContextMenuItems: true });
					if (row.dataset["vscodeContext"] !== context) row.dataset["vscodeContext"] = context;
					for (const cell of row.cells) {
						const column = cell.dataset["column"] as ColumnId;
						write(cell, cellText(of, column, now));
						if (column === "state" && cell.className !== of.colour) cell.className = of.colour;
					}
					wanted.push(row);
				}
			}
			for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
			place(body, wanted);
			place(foot, [total("all", all, nameOf(undefined))]);
			table.setAttribute("aria-rowcount", String(wanted.length + 2));
			if (current?.isConnected) return;
			// What had the focus has gone: the column's head has it then.
			const heads = [...(head.rows[0]?.cells ?? [])];
			const next = heads.find((cell) => cell.dataset["column"] === wasAt) ?? heads[0];
			if (!next) return;
			focusable(next);
			if (hadFocus) next.focus();
		},
	};
}

/** Moves only rows that stand elsewhere: an element that is moved loses the focus. */
function place(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
	const kept = new Set<Element>(wanted);
	for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
	for (const [index, row] of wanted.entries()) if (parent.children[index] !== row) parent.insertBefore(row, parent.children[index] ?? null);
}
