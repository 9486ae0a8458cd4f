import type { Command } from "../command.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.image.toggleUntagged",
	title: "Show or Hide Untagged Images",
	menus: [onTitle("images", "2_show@1")],
	async run({ explorer }) {
		const view = await explorer("hullwright.images")?.explorer();
		view?.setArrangement({ ...view.arrangement, hidesUntagged: !view.arrangement.hidesUntagged });
	},
} satisfies Command;
