import type { Command } from "./command.ts";

export const showLog: Command = {
	id: "hullwright.showLog",
	async run({ log }) {
		log.show();
	},
};
