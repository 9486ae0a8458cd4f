import type { Command } from "./command.ts";

export const refresh: Command = {
	id: "hullwright.refresh",
	async run({ docker }) {
		await (await docker()).live.refresh();
	},
};
