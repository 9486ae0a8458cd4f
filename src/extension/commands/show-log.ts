import type { Command } from "./command.ts";
import { onTitle } from "./menus.ts";

export default {
	id: "hullwright.showLog",
	title: "Show Log",
	menus: [onTitle("containers", "2_log@1")],
	async run({ log }) {
		log.show();
	},
} satisfies Command;
