import { type ColumnId, columnIds } from "../../engine/stats/table.ts";
import { element } from "../element.ts";
import type { TableView, Words } from "./protocol.ts";

/** A list of all columns, each with whether it is shown and ways to move it. The name is always shown. */
export function columnChooser(
	shown: readonly ColumnId[],
	titles: TableView["titles"],
	words: Words,
	chosen: (columns: readonly ColumnId[]) => void,
): HTMLElement {
	let order: readonly ColumnId[] = [...shown, ...columnIds.filter((id) => !shown.includes(id))];
	const visible = new Set(shown);
	const list = element("ul", {});
	const tell = (): void => chosen(order.filter((id) => visible.has(id)));

	function move(id: ColumnId, by: 1 | -1): void {
		const from = order.indexOf(id);
		const to = from + by;
		if (to < 0 || to >= order.length) return;
		order = order.with(from, order[to] ?? id).with(to, id);
		draw();
		list.querySelector<HTMLElement>(`[data-column="${id}"] button[data-by="${by}"]`)?.focus();
		tell();
	}

	function draw(): void {
		list.replaceChildren(
			...order.map((id) => {
				const box = element("input", { type: "checkbox" });
				box.checked = visible.has(id);
				box.disabled = id === "name";
				box.addEventListener("change", () => {
					if (box.checked) visible.add(id);
					else visible.delete(id);
					tell();
				});
				const mover = (by: 1 | -1, text: string, label: string): HTMLButtonElement => {
					const made = element("button", { type: "button", "data-by": String(by), "aria-label": `${label}: ${titles[id]}`, title: label }, text);
					made.addEventListener("click", () => move(id, by));
					return made;
				};
				return element("li", { "data-column": id }, element("label", {}, box, titles[id]), mover(-1, "←", words.earlier), mover(1, "→", words.later));
			}),
		);
	}

	draw();
	return list;
}
