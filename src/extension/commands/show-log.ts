import type { Command } from "./command.ts";

export default {
	id: "hullwright.showLog",
	title: "Show Log",
	async run({ log }) {
		log.show();
	},
} satisfies Command;
