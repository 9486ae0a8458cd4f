import type { Command } from "./command.ts";

export default {
	id: "hullwright.refresh",
	title: "Refresh",
	button: "Try Again",
	icon: "refresh",
	async run({ docker }) {
		await (await docker()).connection.refresh();
	},
} satisfies Command;
