import type { Command } from "../command.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.container.toggleNumbers",
	title: "Show or Hide Live Numbers in Rows",
	menus: [onTitle("containers", "2_show@1")],
	async run({ explorer }) {
		const view = await explorer("hullwright.containers")?.explorer();
		view?.setArrangement({ ...view.arrangement, showsNumbers: !view.arrangement.showsNumbers });
	},
} satisfies Command;
