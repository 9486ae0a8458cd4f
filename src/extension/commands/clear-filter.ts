import type { Command } from "./command.ts";
import type { View } from "./menus.ts";

/** Takes back what leaves rows of a view out: the words, and *Only This Workspace*. */
export const clearFilter = (view: Exclude<View, "disk" | "files">, title: string): Command => ({
	id: `hullwright.arrange.clear${view[0]?.toUpperCase()}${view.slice(1)}`,
	title,
	icon: "clear-all",
	enablement: `hullwright.${view}.isFiltered`,
	menus: [{ menu: "view/title", when: `view == hullwright.${view} && hullwright.${view}.isFiltered`, group: "navigation@0" }],
	async run({ explorer }) {
		const shown = await explorer(`hullwright.${view}`)?.explorer();
		shown?.setArrangement({ ...shown.arrangement, filter: "", scope: undefined });
	},
});
