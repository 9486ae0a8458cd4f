import type { Command } from "./command.ts";
import { onTitle } from "./menus.ts";

export default {
	id: "hullwright.showTable",
	title: "Show Containers in a Table",
	icon: "table",
	menus: [onTitle("containers", "2_show@2")],
	async run({ containersTable }) {
		(await containersTable()).show();
	},
} satisfies Command;
