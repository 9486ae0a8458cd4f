import type { Command } from "./command.ts";
import { onTitle } from "./menus.ts";

export default {
	id: "hullwright.diagnoseConnection",
	title: "Diagnose Connection",
	icon: "pulse",
	menus: [onTitle("containers", "1_connection@2")],
	async run({ connectionReport }) {
		await connectionReport.show();
	},
} satisfies Command;
