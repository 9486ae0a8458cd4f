import { cleanPath } from "../text/clean-path.ts";
import { withDefaults } from "./canonical.ts";
import type { Lookup } from "./template.ts";
import { mapItems } from "./patterns.ts";
import { added, entryOf, type Entry, type Mapping, type Origin, textOf, type Value, withEntries } from "./value.ts";

/** Adds what follows from what is said: networks, names, dependences: https://github.com/compose-spec/compose-go/blob/v2.14.0/loader/normalize.go. */
export function normalize(project: Mapping, name: string, environment: Lookup): Mapping {
	const services = entryOf(project, "services");
	const entries = new Map(project.entries);
	let usesDefault = false;
	if (services?.kind === "mapping") {
		const changed = new Map<string, Entry>();
		for (const [key, entry] of services.entries) {
			if (entry.value.kind !== "mapping") {
				changed.set(key, entry);
				continue;
			}
			const service = new Map(entry.value.entries);
			if (connect(service)) usesDefault = true;
			normalizeService(service, entry.value, environment);
			changed.set(key, { key: entry.key, value: withEntries(entry.value, service) });
		}
		entries.set("services", { key: project.entries.get("services")?.key, value: withEntries(services, changed) });
	}
	const networks = entryOf(project, "networks");
	const known = networks?.kind === "mapping" ? networks : added.mapping({});
	if (usesDefault && !known.entries.has("default")) {
		entries.set("networks", {
			key: project.entries.get("networks")?.key,
			value: withEntries(known, new Map([...known.entries, ["default", { key: undefined, value: added.null }]])),
		});
	}
	for (const section of ["networks", "volumes", "configs", "secrets"]) {
		const held = entries.get(section);
		if (held?.value.kind === "mapping") entries.set(section, { key: held.key, value: withNames(held.value, name) });
	}
	return withEntries(project, entries);
}

/** Gives a service that is in no network the default one. Says whether it is in that. */
function connect(service: Map<string, Entry>): boolean {
	if (service.has("provider") || service.has("network_mode")) return false;
	const networks = service.get("networks");
	if (networks?.value.kind === "mapping" && networks.value.entries.size > 0) return networks.value.entries.has("default");
	service.set("networks", { key: networks?.key, value: added.mapping({ default: added.null }) });
	return true;
}

function normalizeService(entries: Map<string, Entry>, service: Mapping, environment: Lookup): void {
	const set = (name: string, value: Value): void => void entries.set(name, { key: entries.get(name)?.key, value });
	const policy = entryOf(service, "pull_policy");
	if (policy?.kind === "string" && policy.value === "if_not_present") set("pull_policy", { ...policy, value: "missing" });
	const build = entryOf(service, "build");
	if (build?.kind === "mapping") set("build", normalizeBuild(build, environment));
	const variables = entryOf(service, "environment");
	if (variables) set("environment", fromOutside(variables, environment, true));
	const dependences = dependencesOf(service);
	if (dependences.size > 0) set("depends_on", withEntries(mappingIn(entryOf(service, "depends_on")), dependences));
	const volumes = entryOf(service, "volumes");
	if (volumes?.kind === "sequence") {
		const clean = mapItems(volumes, (volume) => {
			const target = entryOf(volume, "target");
			if (volume.kind !== "mapping" || target?.kind !== "string") return volume;
			const path = cleanPath(target.value);
			if (path === target.value) return volume;
			return withEntries(volume, new Map([...volume.entries, ["target", { key: volume.entries.get("target")?.key, value: { ...target, value: path } }]]));
		});
		if (clean !== volumes) set("volumes", clean);
	}
	const [hooks, image] = [entryOf(service, "pre_start"), entryOf(service, "image")];
	if (hooks?.kind === "sequence" && image)
		set("pre_start", { ...hooks, items: hooks.items.map((hook) => (hook.kind === "mapping" ? withDefaults(hook, { image }) : hook)) });
}

const mappingIn = (value: Value | undefined): Mapping => (value?.kind === "mapping" ? value : added.mapping({}));

function normalizeBuild(build: Mapping, environment: Lookup): Mapping {
	const withContext = withDefaults(build, { context: added.string(".") });
	const full = build.entries.has("dockerfile_inline") ? withContext : withDefaults(withContext, { dockerfile: added.string("Dockerfile") });
	const args = full.entries.get("args");
	return args ? withEntries(full, new Map([...full.entries, ["args", { key: args.key, value: fromOutside(args.value, environment, false) }]])) : full;
}

/** What has no value takes that of the environment, or is left out unless it is kept. */
function fromOutside(value: Value, environment: Lookup, keepsEmpty: boolean): Value {
	if (value.kind === "sequence") {
		const items = value.items.flatMap((item): readonly Value[] => {
			if (item.kind !== "string" || item.value.includes("=")) return [item];
			const found = environment(item.value);
			if (found !== undefined) return [{ kind: "string", value: `${item.value}=${found}`, origin: item.origin, template: `${item.value}=\${${item.value}}` }];
			return keepsEmpty ? [item] : [];
		});
		return { ...value, items };
	}
	// Most say what all of them are.
	if (value.kind !== "mapping" || !lacksValue(value)) return value;
	const entries = new Map<string, Entry>();
	for (const [name, entry] of value.entries) {
		const found = entry.value.kind === "null" ? environment(name) : undefined;
		if (found !== undefined)
			entries.set(name, { key: entry.key, value: { kind: "string", value: found, origin: entry.value.origin, template: `\${${name}}` } });
		else if (entry.value.kind !== "null" || keepsEmpty) entries.set(name, entry);
	}
	return withEntries(value, entries);
}

function lacksValue({ entries }: Mapping): boolean {
	for (const { value } of entries.values()) if (value.kind === "null") return true;
	return false;
}

/** With those that links and shared namespaces and volumes make, which stand where those are said. */
function dependencesOf(service: Mapping): ReadonlyMap<string, Entry> {
	const found = new Map(mappingIn(entryOf(service, "depends_on")).entries);
	const add = (name: string, key: Origin | undefined, restart: boolean): void => {
		if (!found.has(name)) {
			const value = added.mapping({ condition: added.string("service_started"), restart: added.boolean(restart), required: added.boolean(true) });
			found.set(name, { key, value });
		}
	};
	const itemsIn = (name: string): readonly Value[] => {
		const list = entryOf(service, name);
		return list?.kind === "sequence" ? list.items : [];
	};
	for (const item of itemsIn("links")) {
		const link = textOf(item);
		if (link === undefined) continue;
		const parts = link.split(":");
		add(parts.length === 2 ? (parts[0] ?? "") : link, item.origin, true);
	}
	for (const namespace of ["network_mode", "ipc", "pid", "uts", "cgroup"]) {
		const value = entryOf(service, namespace);
		const shared = textOf(value);
		if (shared?.startsWith("service:")) add(shared.slice("service:".length), value?.origin, true);
	}
	for (const item of itemsIn("volumes_from")) {
		const volumes = textOf(item);
		if (volumes !== undefined && !volumes.startsWith("container:")) add(volumes.split(":", 1)[0] ?? "", item.origin, false);
	}
	return found;
}

/** What has no name of its own has that of the project before its key, unless it is there already. */
function withNames(section: Mapping, project: string): Mapping {
	const entries = new Map<string, Entry>();
	for (const [name, entry] of section.entries) {
		const resource = mappingIn(entry.value);
		const external = entryOf(resource, "external");
		const isExternal = external?.kind === "boolean" && external.value;
		const own = entryOf(resource, "name");
		const full = new Map(resource.entries);
		if (!own || own.kind === "null") full.set("name", { key: undefined, value: added.string(isExternal ? name : `${project}_${name}`) });
		entries.set(name, { key: entry.key, value: { ...resource, origin: resource.origin ?? entry.value.origin, entries: full } });
	}
	return withEntries(section, entries);
}
