import { entryOf, heldIn, itemsIn, textOf, type Value } from "./value.ts";

/** Sections whose entries services use by name. */
export type UsedSection = "networks" | "volumes" | "secrets" | "configs";

/** What services use of each section, by its names. */
export function usedBy(
	services: ReadonlyMap<string, Value>,
): Readonly<Record<string, ReadonlySet<string>>> & Readonly<Record<UsedSection, ReadonlySet<string>>> {
	const used = { networks: new Set<string>(), volumes: new Set<string>(), secrets: new Set<string>(), configs: new Set<string>() };
	for (const [, service] of services) {
		for (const [name] of heldIn(entryOf(service, "networks"))) used.networks.add(name);
		for (const volume of itemsIn(entryOf(service, "volumes")))
			if (textOf(entryOf(volume, "type")) === "volume") used.volumes.add(textOf(entryOf(volume, "source")) ?? "");
		for (const secret of [...itemsIn(entryOf(service, "secrets")), ...itemsIn(entryOf(entryOf(service, "build"), "secrets"))])
			used.secrets.add(textOf(entryOf(secret, "source")) ?? "");
		for (const config of itemsIn(entryOf(service, "configs"))) used.configs.add(textOf(entryOf(config, "source")) ?? "");
	}
	return used;
}
