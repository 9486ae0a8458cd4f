import type { ComposeFile } from "../../compose/syntax.ts";
import { fact } from "../../text/fact.ts";
import { pathOf, scalarText, treeOf } from "./tree.ts";

/** Files that a Compose file includes; paths as they are written, which begin at its folder. Those with variables are left out. */
export const includedBy = fact((file: ComposeFile): readonly string[] =>
	treeOf(file).places.flatMap((place) => {
		if (place.top !== "include") return [];
		const path = pathOf(place);
		const isPath = path[0] === "include" && (path.length === 2 || (path.length > 2 && path[2] === "path"));
		const text = isPath ? scalarText(place.value) : undefined;
		return text && !text.includes("$") ? [text] : [];
	}),
);

/** Whether a service of the file stands for one of another file, over which it is merged: it says neither what it runs nor how that is built. */
export const isOverride = fact((file: ComposeFile): boolean => {
	const whole = new Set<unknown>();
	const services = treeOf(file).places.filter(({ top, depth, name, parent }) => {
		if (top === "services" && depth === 3 && /^(?:image|build|extends|provider)$/.test(String(name))) whole.add(parent);
		return top === "services" && depth === 2;
	});
	return services.some((service) => !whole.has(service));
});

const name = /^((?:docker-)?compose)(?:\.(.+))?\.ya?ml$/i;

/** Whether files of these names, in one folder, are put one over the other: `compose.yaml` and `compose.override.yaml`, or another that Compose is given by `-f`. */
export function areLayers(base: string, other: string): "always" | "perhaps" | undefined {
	const [, stem, variant] = name.exec(base) ?? [];
	const [, otherStem, otherVariant] = name.exec(other) ?? [];
	if (!stem || variant !== undefined || !otherStem || otherVariant === undefined) return undefined;
	return otherVariant === "override" ? "always" : stem === otherStem ? "perhaps" : undefined;
}
