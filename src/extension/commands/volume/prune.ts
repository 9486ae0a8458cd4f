import type { Command } from "../command.ts";
import { freeSpace } from "../free-space.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.volume.prune",
	title: "Remove Unused Volumes…",
	needsTrust: true,
	menus: [onTitle("volumes", "9_remove@1")],
	run: (services) => freeSpace(services, ["volumes"]),
} satisfies Command;
