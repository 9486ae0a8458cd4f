import { placeTable } from "./patterns.ts";
import type { Entry, Path, Value } from "./value.ts";

/** Where names are the user's own, and `x-` begins no extension. */
const ownNames = placeTable<true>({ services: true, "services.*.depends_on": true, volumes: true, networks: true, secrets: true, configs: true });

/**
 * Sets aside what begins with `x-`, as Compose does everywhere: also where names are those of variables or labels, which then become one that is named `#extensions`:
 * https://github.com/compose-spec/compose-go/blob/v2.14.0/loader/loader.go.
 */
export function setAsideExtensions(value: Value, path: Path = []): Value {
	if (value.kind === "sequence")
		return { ...value, items: value.items.map((item, index) => (item.kind === "mapping" ? setAsideExtensions(item, [...path, index]) : item)) };
	if (value.kind !== "mapping") return value;
	const entries = new Map<string, Entry>();
	const extensions = new Map<string, Entry>();
	const isOwn = ownNames.get(path) === true;
	for (const [name, { key, value: held }] of value.entries) {
		if (!isOwn && name.startsWith("x-")) extensions.set(name, { key, value: held });
		else entries.set(name, { key, value: setAsideExtensions(held, [...path, name]) });
	}
	if (extensions.size > 0) {
		const [first] = extensions.values();
		entries.set("#extensions", { key: first?.key, value: { kind: "mapping", origin: first?.value.origin, entries: extensions } });
	}
	return { ...value, entries };
}
