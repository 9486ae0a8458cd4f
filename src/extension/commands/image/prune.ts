import type { Command } from "../command.ts";
import { freeSpace } from "../free-space.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.image.prune",
	title: "Remove Unused Images…",
	needsTrust: true,
	menus: [onTitle("images", "9_remove@1")],
	run: (services) => freeSpace(services, ["images"]),
} satisfies Command;
