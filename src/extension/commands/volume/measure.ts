import type { Command } from "../command.ts";
import { onRows, onTitle } from "../menus.ts";
import { withProgress } from "../../window.ts";

export default {
	id: "hullwright.volume.measure",
	title: "Measure Sizes of Volumes",
	menus: [onTitle("volumes", "2_show@1"), onRows("volumes", { rows: "^volume ", orAmong: "^volume ", group: "2_look@2" })],
	async run(services) {
		const { volumes } = await services.docker();
		await withProgress({ location: { viewId: "hullwright.volumes" } }, () => volumes.measure());
	},
} satisfies Command;
