import type { ComposeFile, ComposeNode } from "../../compose/syntax.ts";
import { fact } from "../../text/fact.ts";
import { countBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";
import { pathOf, type Place, scalarText, siblingText, treeOf } from "./tree.ts";

export type NameKind = "service" | "network" | "volume" | "secret" | "config" | "model" | "profile" | "anchor";

/** A place where something of the project is named: the name alone, without quotes and what stands around it. */
export type NamePlace = Range & {
	readonly kind: NameKind;
	readonly name: string;
	readonly role: "definition" | "reference";
	/** The other file that has the service, as it is written. */
	readonly file?: string;
	/** All that defines it. */
	readonly statement?: Range;
	/** Which of several anchors of the same name. */
	readonly anchor?: ComposeNode;
};

/** All places where something is named, in order. What is named by a variable is none. */
export const namesIn = fact((file: ComposeFile): readonly NamePlace[] => {
	const found: NamePlace[] = [];
	for (const place of treeOf(file).places) {
		if (place.top === "services" && place.depth > 2) addInService(file, place, found);
		const kind = place.depth === 2 && place.key && place.name !== "<<" ? sections[place.top] : undefined;
		const at = kind && place.key && nameAt(file, place.key);
		if (at && kind && place.key) found.push({ ...at, kind, role: "definition", statement: { start: place.key.start, end: place.value?.end ?? place.key.end } });
	}
	addAnchors(file, found);
	return found.sort((one, other) => one.start - other.start);
});

const sections: Readonly<Record<string, NameKind | undefined>> = {
	services: "service",
	networks: "network",
	volumes: "volume",
	secrets: "secret",
	configs: "config",
	models: "model",
};

/** What is named at an offset, which may be at either end of it. */
export function nameAtOffset(file: ComposeFile, offset: number): NamePlace | undefined {
	const names = namesIn(file);
	const place = names[countBelow(names, offset + 1, ({ start }) => start) - 1];
	return place && offset <= place.end ? place : undefined;
}

/** What may be named in a list, or as the keys of a mapping. */
const lists: Readonly<Record<string, NameKind | undefined>> = {
	depends_on: "service",
	networks: "network",
	models: "model",
	secrets: "secret",
	configs: "config",
	profiles: "profile",
};

/** Keys of a service in which something is named. */
const naming: ReadonlySet<string | number> = new Set([
	...Object.keys(lists),
	..."network_mode ipc pid extends build links volumes_from credential_spec volumes".split(" "),
]);

function addInService(file: ComposeFile, place: Place, found: NamePlace[]): void {
	let setting = place;
	while (setting.depth > 3 && setting.parent) setting = setting.parent;
	if (!naming.has(setting.name)) return;
	const path = pathOf(place).slice(2);
	const [key, second, third] = path as readonly (string | undefined)[];
	const { key: keyNode, value } = place;
	const add = (kind: NameKind, node: ComposeNode | undefined, pattern?: RegExp): void => {
		const at = node && nameAt(file, node, pattern);
		if (at) found.push({ ...at, kind, role: "reference" });
	};
	if (path.length === 1) {
		if (key === "network_mode" || key === "ipc" || key === "pid") add("service", value, ofService);
		if (key === "extends" && value?.kind === "scalar") add("service", value);
		return;
	}
	if (key === "build") {
		if (second === "secrets" && (path.length === 3 || (path.length === 4 && path[3] === "source"))) add("secret", value);
		if (second === "additional_contexts" && path.length === 3) add("service", value, place.key ? ofService : ofContext);
		return;
	}
	const kind = lists[key ?? ""];
	if (kind && path.length === 2) add(kind, keyNode && place.name !== "<<" ? keyNode : keyNode ? undefined : value);
	if ((kind === "secret" || kind === "config") && path.length === 3 && third === "source") add(kind, value);
	if (key === "links" && path.length === 2) add("service", value, beforeColon);
	if (key === "volumes_from" && path.length === 2) add("service", value, ofContainer);
	if (key === "credential_spec" && second === "config" && path.length === 2) add("config", value);
	if (key === "extends" && second === "service" && path.length === 2) addExtended(file, place, found);
	if (key === "volumes" && path.length === 2 && !keyNode) add("volume", value, volumeName);
	if (key === "volumes" && third === "source" && path.length === 3 && siblingText(file, place, "type") === "volume") add("volume", value);
}

/** Patterns with the name as their group. */
const ofService = /^service:(.+)$/;
const ofContext = /^[^=]*=service:(.+)$/;
const beforeColon = /^([^:]+)/;
const ofContainer = /^(?!container:)([^:]+)/;
/** What is no path has a path behind it. */
const volumeName = /^([a-zA-Z0-9][\w.-]+):/;

function addExtended(file: ComposeFile, place: Place, found: NamePlace[]): void {
	const at = place.value && nameAt(file, place.value);
	const other = siblingText(file, place, "file");
	if (at) found.push({ ...at, kind: "service", role: "reference", ...(other !== undefined && { file: other }) });
}

/** Where the text of a scalar stands, or the group of the pattern in it. Undefined where it is not written as it is, and where a variable is in it, but for one with a name of its own for when it is not set. */
function nameAt({ text }: ComposeFile, node: ComposeNode, pattern?: RegExp): (Range & { readonly name: string }) | undefined {
	const whole = scalarText(node);
	if (whole === undefined || node.kind !== "scalar") return undefined;
	const held = pattern ? pattern.exec(whole)?.[1] : whole;
	const unset = held && ifUnset.exec(held)?.[1];
	const name = unset ?? held;
	if (!held || !name || name.includes("$")) return undefined;
	const from = node.isPlain ? node.start : node.start + 1;
	if (!text.startsWith(whole, from)) return undefined;
	// A group stands at the end where there is text before it.
	const start = from + (pattern && !whole.startsWith(held) ? whole.length - held.length : 0) + (unset ? held.lastIndexOf(unset) : 0);
	return { name, start, end: start + name.length };
}

const ifUnset = /^\$\{\w+:?-([^${}]+)\}$/;

/** An alias means the last anchor of its name above it. */
function addAnchors(file: ComposeFile, found: NamePlace[]): void {
	const tree = treeOf(file);
	const nodes = new Set<ComposeNode>();
	for (const { key, value } of tree.places) for (const node of [key, value]) if (node) nodes.add(node);
	for (const place of tree.places) if (place.name === "<<" && place.value?.kind === "sequence") for (const node of place.value.items) nodes.add(node);
	for (const node of nodes) {
		if (node.anchor !== undefined) {
			const start = anchorBefore(file.text, node);
			const statement = { start: node.start, end: node.end };
			if (start >= 0) found.push({ start, end: start + node.anchor.length, kind: "anchor", name: node.anchor, role: "definition", anchor: node, statement });
		}
		if (node.kind !== "alias") continue;
		const anchor = tree.anchored(node);
		const start = file.text.startsWith("*", node.start) ? node.start + 1 : node.start;
		found.push({ start, end: start + node.name.length, kind: "anchor", name: node.name, role: "reference", ...(anchor && { anchor }) });
	}
}

/** Between an anchor and its node there are blanks, a tag, comments and line ends at most. */
function anchorBefore(text: string, { start, anchor = "" }: ComposeNode): number {
	const from = Math.max(0, start - longestGap);
	const before = text.slice(from, start);
	const at = before.lastIndexOf(`&${anchor}`);
	const between = before.slice(at + 1 + anchor.length).replaceAll(/#[^\n]*/g, "");
	return at < 0 || !/^\s*(?:!\S*)?\s*$/.test(between) ? -1 : from + at + 1;
}

/** Nobody comments an anchor at greater length. */
const longestGap = 2000;

/** Whether the service has a name in it that means something of the project in which it is: whoever extends it takes that along. In doubt it has. */
export function takesAlong(file: ComposeFile, service: string, { kind, name }: NamePlace): boolean {
	const names = namesIn(file);
	const services = names.filter((each) => each.kind === "service" && each.role === "definition");
	const seen = new Set<string>();
	const isIn = (place: NamePlace, { statement }: NamePlace): boolean => statement !== undefined && statement.start <= place.start && place.end <= statement.end;
	const has = (own: string): boolean => {
		if (seen.has(own)) return false;
		seen.add(own);
		return names.some((place) => {
			if (place.role === "definition" || place.file !== undefined) return false;
			// What stands in no service is taken by an alias, nobody knows by which.
			if (services.some((each) => isIn(place, each)) && !services.some((each) => each.name === own && isIn(place, each))) return false;
			return (place.kind === kind && place.name === name) || (place.kind === "service" && has(place.name));
		});
	};
	return kind !== "anchor" && has(service);
}

/** Whether both mean the same thing, each in a file of one project. */
export const isSameName = (one: NamePlace, other: NamePlace): boolean =>
	one.kind === other.kind && one.name === other.name && (one.kind !== "anchor" || one.anchor === other.anchor);
