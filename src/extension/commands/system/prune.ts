import type { Node } from "../../explorer/kind.ts";
import type { DiskNode } from "../../explorer/disk.ts";
import type { Command } from "../command.ts";
import { freeSpace } from "../free-space.ts";
import { onRows, onTitle } from "../menus.ts";

export default {
	id: "hullwright.system.prune",
	title: "Free Disk Space…",
	icon: "trash",
	needsTrust: true,
	menus: [
		onTitle("disk", "navigation@1"),
		onRows("disk", { rows: "^disk .* reclaimable", group: "inline@1" }),
		onRows("disk", { rows: "^disk .* reclaimable", group: "9_remove@1" }),
	],
	async run(services, clicked?: Node) {
		const isRow = clicked?.kind === "disk" || clicked?.kind === "disk-item";
		await freeSpace(services, isRow ? [(clicked as DiskNode).of] : ["containers", "images", "networks", "buildCache", "volumes"]);
	},
} satisfies Command;
