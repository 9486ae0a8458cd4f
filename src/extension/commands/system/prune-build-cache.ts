import type { Command } from "../command.ts";
import { freeSpace } from "../free-space.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.system.pruneBuildCache",
	title: "Clear Build Cache…",
	needsTrust: true,
	menus: [onTitle("disk", "9_remove@1")],
	run: (services) => freeSpace(services, ["buildCache"]),
} satisfies Command;
