import { diskClasses, type DiskClass, type DiskItem, type DiskUsage } from "../../docker/disk-usage.ts";
import { sizeText } from "../../engine/text/size.ts";
import type { Look, Node, Translate } from "./kind.ts";

/** A class of what takes space, and below it what belongs to it, the largest first. */
export type DiskNode = Node &
	({ readonly kind: "disk"; readonly of: DiskClass } | { readonly kind: "disk-item"; readonly of: DiskClass; readonly item: DiskItem });

/** Below each class; who wants to see more of them prunes. */
const mostItems = 50;

const icons: Readonly<Record<DiskClass, string>> = { images: "archive", containers: "vm", volumes: "database", buildCache: "layers" };

function nameOfClass(of: DiskClass, t: Translate): string {
	const names: Readonly<Record<DiskClass, string>> = {
		images: t("Images"),
		containers: t("Containers"),
		volumes: t("Volumes"),
		buildCache: t("Build Cache"),
	};
	return names[of];
}

export const diskRows = (): readonly DiskNode[] => diskClasses.map((of) => ({ kind: "disk", id: `disk:${of}`, of }));

export function diskItems(usage: DiskUsage, of: DiskClass): readonly DiskNode[] {
	return usage[of].items
		.filter(({ size }) => size > 0)
		.toSorted((one, other) => other.size - one.size)
		.slice(0, mostItems)
		.map((item) => ({ kind: "disk-item", id: `disk:${of}/${item.id}`, of, item }));
}

export function lookOfDisk(node: DiskNode, usage: DiskUsage, t: Translate): Look {
	if (node.kind === "disk-item") {
		const { name, size, isUsed } = node.item;
		const parts = [sizeText(size), isUsed ? t("in use") : t("not in use")];
		return { label: name, description: parts.join(" · "), icon: "blank", context: `disk-item ${node.of}`, spoken: [name, ...parts].join(", ") };
	}
	const { total, reclaimable, items } = usage[node.of];
	const label = nameOfClass(node.of, t);
	const count = items.length === 1 ? t("1 item") : t("{0} items", items.length);
	const parts = [sizeText(total), ...(reclaimable > 0 ? [t("{0} can be freed", sizeText(reclaimable))] : []), count];
	const context = `disk ${node.of} ${items.some(({ isUsed }) => !isUsed) ? "reclaimable" : "needed"}`;
	return { label, description: parts.join(" · "), icon: icons[node.of], context, spoken: [label, ...parts].join(", ") };
}
