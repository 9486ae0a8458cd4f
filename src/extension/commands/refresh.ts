import type { Command } from "./command.ts";
import { onTitle } from "./menus.ts";

export default {
	id: "hullwright.refresh",
	title: "Refresh",
	button: "Try Again",
	icon: "refresh",
	menus: [onTitle("containers", "navigation@1"), onTitle("images", "navigation@1"), onTitle("volumes", "navigation@1"), onTitle("networks", "navigation@1")],
	async run({ docker }) {
		await (await docker()).connection.refresh();
	},
} satisfies Command;
