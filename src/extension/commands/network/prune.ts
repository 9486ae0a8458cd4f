import type { Command } from "../command.ts";
import { freeSpace } from "../free-space.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.network.prune",
	title: "Remove Unused Networks…",
	needsTrust: true,
	menus: [onTitle("networks", "9_remove@1")],
	run: (services) => freeSpace(services, ["networks"]),
} satisfies Command;
