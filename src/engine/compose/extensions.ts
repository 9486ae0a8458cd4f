import { mapEntries, mapItems, type Place, placeBelow, placeTable } from "./patterns.ts";
import type { Entry, Value } from "./value.ts";

/** Where names are the user's own, and `x-` begins no extension. */
const ownNames = placeTable<true>({ services: true, "services.*.depends_on": true, volumes: true, networks: true, secrets: true, configs: true });

/**
 * Sets aside what begins with `x-`, as Compose does everywhere: also where names are those of variables or labels, which then become one that is named `#extensions`:
 * https://github.com/compose-spec/compose-go/blob/v2.14.0/loader/loader.go.
 */
export function setAsideExtensions(value: Value, place: Place<true> | undefined = ownNames): Value {
	if (value.kind === "sequence") return mapItems(value, (item) => (item.kind === "mapping" ? setAsideExtensions(item, place?.any) : item));
	if (value.kind !== "mapping") return value;
	let first: Entry | undefined;
	const within = mapEntries(value, (held, name) => {
		if (isExtension(name, place)) first ??= value.entries.get(name);
		else if (held.kind === "mapping" || held.kind === "sequence") return setAsideExtensions(held, placeBelow(place, name));
		return held;
	});
	if (!first) return within;
	const entries = new Map<string, Entry>();
	const extensions = new Map<string, Entry>();
	for (const [name, entry] of within.entries) (isExtension(name, place) ? extensions : entries).set(name, entry);
	entries.set("#extensions", { key: first.key, value: { kind: "mapping", origin: first.value.origin, entries: extensions } });
	return { ...within, entries };
}

const isExtension = (name: string, place: Place<true> | undefined): boolean => name.startsWith("x-") && place?.held !== true;
