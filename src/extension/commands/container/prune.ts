import type { Command } from "../command.ts";
import { freeSpace } from "../free-space.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.container.prune",
	title: "Remove Stopped Containers…",
	needsTrust: true,
	menus: [onTitle("containers", "9_remove@1")],
	run: (services) => freeSpace(services, ["containers"]),
} satisfies Command;
