import { type Message, say } from "../text/message.ts";
import { type Place, placeBelow, placeTable } from "./patterns.ts";
import type { Refuse } from "./refusal.ts";
import { goPrinted, goText } from "./scalar.ts";
import { added, entryOf, type Entry, type Mapping, type Origin, type Scalar, type Value, withEntries } from "./value.ts";

/**
 * The second value over the first, by the rules of https://github.com/compose-spec/compose-go/blob/v2.14.0/override/merge.go: mappings by their entries, lists one after
 * the other, and else the second; some places have rules of their own.
 */
export function merge(below: Value, above: Value, path: readonly string[], refuse: Refuse): Value {
	return mergeAt(below, above, path.reduce<Place<Special> | undefined>(placeBelow, specials), refuse);
}

function mergeAt(below: Value, above: Value, place: Place<Special> | undefined, refuse: Refuse): Value {
	if (place?.held) return place.held(below, above, place, refuse);
	if (above.kind === "null") return below;
	if (below.kind === "mapping" || below.kind === "sequence") {
		if (below.kind === "mapping" && above.kind === "mapping") return mergeMappings(below, above, place, refuse);
		if (below.kind === "sequence" && above.kind === "sequence") return { ...below, items: [...below.items, ...above.items] };
		refuse({
			kind: "mergeConflict",
			at: placeOf(above, below),
			message: say`this is ${nouns[above.kind]}, and ${nouns[below.kind]} in what it is merged over`,
		});
		return below;
	}
	return above;
}

function mergeMappings(below: Mapping, above: Mapping, place: Place<Special> | undefined, refuse: Refuse): Mapping {
	const entries = new Map(below.entries);
	for (const [name, entry] of above.entries) {
		const own = entries.get(name);
		entries.set(name, own ? { key: entry.key ?? own.key, value: mergeAt(own.value, entry.value, placeBelow(place, name), refuse) } : entry);
	}
	return { ...above, entries };
}

const nouns: Readonly<Record<Value["kind"], Message>> = {
	string: say`text`,
	integer: say`a number`,
	float: say`a number`,
	boolean: say`true or false`,
	null: say`nothing`,
	timestamp: say`a date`,
	mapping: say`a mapping`,
	sequence: say`a list`,
};

/** Where to blame: what Compose has added by itself stands nowhere. */
export const placeOf = (...values: readonly (Value | undefined)[]): Origin =>
	values.find((value) => value?.origin)?.origin ?? { file: "", at: { start: 0, end: 0 } };

type Special = (below: Value, above: Value, place: Place<Special>, refuse: Refuse) => Value;

const takeAbove: Special = (_, above) => above;

/** Both as lists of `NAME=value`, one after the other. */
const asLists: Special = (below, above) => ({ kind: "sequence", origin: above.origin ?? below.origin, items: [...listOf(below), ...listOf(above)] });

const asListsOnce: Special = (below, above) => {
	const [first, second] = [listOf(below), listOf(above)];
	const known = new Set(first.map(keyOfItem));
	return { kind: "sequence", origin: above.origin ?? below.origin, items: [...first, ...second.filter((item) => !known.has(keyOfItem(item)))] };
};

const keyOfItem = (item: Value): string => (item.kind === "mapping" || item.kind === "sequence" ? "" : `${item.kind} ${goText(item)}`);

/** A list as it is, a text as a list of one, and a mapping as a list of `NAME=value` by their names. */
function listOf(value: Value): readonly Value[] {
	if (value.kind === "sequence") return value.items;
	if (value.kind === "string") return [value];
	if (value.kind !== "mapping") return [];
	const items = [...value.entries].flatMap(([name, { key, value: held }]): (Scalar & { readonly kind: "string" })[] => {
		const origin = held.origin ?? key;
		if (held.kind === "null") return [{ kind: "string", value: name, origin }];
		const each = held.kind === "sequence" ? held.items : [held];
		return each.map((item) => {
			const template = item.kind === "string" ? item.template : undefined;
			const text = `${name}=${goPrinted(item)}`;
			return { kind: "string", value: text, origin: item.origin ?? origin, ...(template !== undefined && { template: `${name}=${template}` }) };
		});
	});
	return items.sort((one, other) => (one.value < other.value ? -1 : one.value > other.value ? 1 : 0));
}

/** A mapping as it is, and a list as a mapping of its items, each to what it stands for. */
export function namesAsMapping(value: Value, standsFor: () => Value): Mapping | undefined {
	if (value.kind === "mapping") return value;
	if (value.kind !== "sequence") return undefined;
	const entries = new Map<string, Entry>();
	for (const item of value.items) if (item.kind === "string") entries.set(item.value, { key: item.origin, value: standsFor() });
	return { kind: "mapping", origin: value.origin, entries };
}

const asMappings =
	(standsFor: () => Value): Special =>
	(below, above, place, refuse) => {
		for (const { items } of [below, above].filter((value) => value.kind === "sequence"))
			for (const item of items) if (item.kind !== "string") refuse({ kind: "wrongType", at: placeOf(item, above, below), message: say`this has to be text` });
		const [first, second] = [namesAsMapping(below, standsFor), namesAsMapping(above, standsFor)];
		if (!first || !second) return second ?? first ?? above;
		return mergeMappings(first, second, place, refuse);
	};

/** What a short dependence means. */
export const startedDependence = (): Value => added.mapping({ condition: added.string("service_started"), required: added.boolean(true) });

const build: Special = (below, above, place, refuse) => {
	const toMapping = (value: Value): Mapping | undefined =>
		value.kind === "mapping"
			? value
			: value.kind === "string"
				? withEntries({ ...added.mapping({}), origin: value.origin }, new Map([["context", { key: value.origin, value }]]))
				: undefined;
	const [first, second] = [toMapping(below), toMapping(above)];
	return first && second ? mergeMappings(first, second, place, refuse) : (second ?? first ?? above);
};

/** Options belong to their driver. */
const logging: Special = (below, above, place, refuse) => {
	if (below.kind !== "mapping" || above.kind !== "mapping") return above;
	const [first, second] = [entryOf(below, "driver"), entryOf(above, "driver")];
	const isSame = first?.kind === "string" && second?.kind === "string" && first.value === second.value;
	return isSame || !first || !second ? mergeMappings(below, above, place, refuse) : above;
};

/** By their subnets. */
const addressPools: Special = (below, above, place, refuse) => {
	if (below.kind !== "sequence" || above.kind !== "sequence") {
		refuse({ kind: "wrongType", at: placeOf(above, below), message: say`this has to be a list` });
		return above;
	}
	const subnetOf = (value: Value): string | undefined => {
		const subnet = entryOf(value, "subnet");
		return subnet?.kind === "string" ? subnet.value : undefined;
	};
	const pools: Value[] = [];
	for (const original of below.items) {
		for (const each of above.items) {
			if (original.kind !== "mapping" || each.kind !== "mapping") continue;
			if (subnetOf(each) !== subnetOf(original) && !pools.some((pool) => subnetOf(pool) === subnetOf(each))) {
				pools.push(each);
				continue;
			}
			const merged = mergeMappings(original, each, place, refuse);
			const index = pools.findIndex((pool) => subnetOf(pool) === subnetOf(merged));
			if (index >= 0) pools[index] = merged;
			else pools.push(merged);
		}
	}
	return { kind: "sequence", origin: above.origin, items: pools };
};

const specials: Place<Special> = placeTable<Special>({
	"networks.*.ipam.config": addressPools,
	"networks.*.labels": asLists,
	"volumes.*.labels": asLists,
	"services.*.annotations": asLists,
	"services.*.build": build,
	"services.*.build.args": asLists,
	"services.*.build.additional_contexts": asLists,
	"services.*.build.extra_hosts": asListsOnce,
	"services.*.build.labels": asLists,
	"services.*.command": takeAbove,
	"services.*.depends_on": asMappings(startedDependence),
	"services.*.deploy.labels": asLists,
	"services.*.dns": asLists,
	"services.*.dns_opt": asLists,
	"services.*.dns_search": asLists,
	"services.*.entrypoint": takeAbove,
	"services.*.env_file": asLists,
	"services.*.label_file": asLists,
	"services.*.environment": asLists,
	"services.*.extra_hosts": asListsOnce,
	"services.*.healthcheck.test": takeAbove,
	"services.*.labels": asLists,
	"services.*.volumes.*.volume.labels": asLists,
	"services.*.logging": logging,
	"services.*.models": asMappings(() => added.null),
	"services.*.networks": asMappings(() => added.null),
	"services.*.sysctls": asLists,
	"services.*.tmpfs": asLists,
	"services.*.ulimits.*": takeAbove,
});
