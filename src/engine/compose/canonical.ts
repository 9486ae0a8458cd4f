import { type Message, say } from "../text/message.ts";
import { cleanPath } from "../text/clean-path.ts";
import { namesAsMapping, placeOf, startedDependence } from "./merge.ts";
import { mapWithin, type Place, placeTable } from "./patterns.ts";
import type { RefusalKind, Refuse } from "./refusal.ts";
import { goText } from "./scalar.ts";
import { parsePorts } from "./short-forms/ports.ts";
import { parseVolume } from "./short-forms/volumes.ts";
import { added, type Entry, entryOf, type Mapping, type Origin, textOf, type Value, withEntries } from "./value.ts";

/** Writes all short forms in full: https://github.com/compose-spec/compose-go/tree/v2.14.0/transform. */
export function canonical(value: Value, refuse: Refuse, place: Place<Change> = changes): Value {
	return place.held ? place.held(value, place, refuse) : within(value, place, refuse);
}

const within = (value: Value, place: Place<Change>, refuse: Refuse): Value => mapWithin(value, place, (held, below) => canonical(held, refuse, below));

type Change = (value: Value, place: Place<Change>, refuse: Refuse) => Value;

/** Refuses, and goes on with the value as it is. */
function refused(value: Value, message: Message, refuse: Refuse, kind: RefusalKind = "wrongType"): Value {
	refuse({ kind, at: placeOf(value), message });
	return value;
}

/** A mapping of one origin: what a short form says stands in one place. */
function inFull(origin: Origin | undefined, entries: Readonly<Record<string, Value | undefined>>): Mapping {
	const own = new Map<string, Entry>();
	for (const [name, value] of Object.entries(entries)) if (value) own.set(name, { key: origin, value: { ...value, origin } });
	return { kind: "mapping", origin, entries: own };
}

const text = (value: string): Value => added.string(value);

/** The mapping with what it has not itself. */
export function withDefaults(mapping: Mapping, defaults: Readonly<Record<string, Value>>): Mapping {
	let entries: Map<string, Entry> | undefined;
	for (const [name, value] of Object.entries(defaults)) {
		if (mapping.entries.has(name)) continue;
		entries ??= new Map(mapping.entries);
		entries.set(name, { key: undefined, value });
	}
	return entries ? withEntries(mapping, entries) : mapping;
}

const stringOrList: Change = (value) => (value.kind === "string" ? { kind: "sequence", origin: value.origin, items: [value] } : value);

/** What comes to no text is no server; an unset variable is left out so. */
const dnsServers: Change = (value, place, refuse) => {
	const list = stringOrList(value, place, refuse);
	return list.kind === "sequence" ? { ...list, items: list.items.filter((item) => item.kind !== "null" && textOf(item) !== "") } : list;
};

const build: Change = (value, place, refuse) => {
	if (value.kind === "mapping") return within(value, place, refuse);
	if (value.kind === "string") return { kind: "mapping", origin: value.origin, entries: new Map([["context", { key: value.origin, value }]]) };
	return refused(value, say`\`build\` is a folder or a mapping`, refuse);
};

const dependsOn: Change = (value, _, refuse) => {
	const mapping = namesAsMapping(value, startedDependence);
	if (!mapping) return refused(value, say`\`depends_on\` is a list of services or a mapping`, refuse);
	const entries = new Map<string, Entry>();
	for (const [name, { key, value: held }] of mapping.entries) {
		if (held.kind !== "mapping") refused(held.origin ? held : { ...held, origin: key }, say`of a service that is depended on, a \`condition\` is said`, refuse);
		const full = held.kind === "mapping" ? withDefaults(held, { condition: text("service_started"), required: added.boolean(true) }) : held;
		entries.set(name, { key, value: full });
	}
	return withEntries(mapping, entries);
};

const environmentFiles: Change = (value, _, refuse) => {
	if (value.kind !== "string" && value.kind !== "sequence") return refused(value, say`\`env_file\` is a path or a list of them`, refuse);
	const full = (item: Value): Value => {
		if (item.kind === "string") return withDefaults(inFull(item.origin, { path: item }), { required: added.boolean(true) });
		return item.kind === "mapping" ? withDefaults(item, { required: added.boolean(true) }) : added.null;
	};
	return { kind: "sequence", origin: value.origin, items: (value.kind === "string" ? [value] : value.items).map(full) };
};

const volume: Change = (value, _, refuse) => {
	if (value.kind === "mapping") return value;
	if (value.kind !== "string") return refused(value, say`a volume is text or a mapping`, refuse);
	const parsed = parseVolume(value.value);
	if ("problem" in parsed) return refused(value, parsed.problem, refuse, "volume");
	const { type, source, target, isReadOnly, nocopy, propagation, selinux } = parsed;
	const bind = type === "bind" || propagation !== undefined || selinux !== undefined;
	return inFull(value.origin, {
		type: text(type),
		source: source === "" ? undefined : text(source),
		target: text(target === "" ? "" : cleanPath(target)),
		read_only: isReadOnly ? added.boolean(true) : undefined,
		bind: bind
			? inFull(value.origin, {
					selinux: selinux === undefined ? undefined : text(selinux),
					propagation: propagation === undefined ? undefined : text(propagation),
					create_host_path: type === "bind" ? added.boolean(true) : undefined,
				})
			: undefined,
		// What Compose does not take apart has none.
		volume: (type === "volume" && value.value.length > 2) || nocopy ? inFull(value.origin, { nocopy: nocopy ? added.boolean(true) : undefined }) : undefined,
	});
};

const ports: Change = (value, _, refuse) => {
	if (value.kind !== "sequence") return refused(value, say`\`ports\` is a list`, refuse);
	const items = value.items.flatMap((item): readonly Value[] => {
		if (item.kind === "mapping") return [item];
		if (item.kind !== "string" && item.kind !== "integer") return [refused(item, say`a port is text or a mapping`, refuse)];
		const parsed = parsePorts(goText(item));
		if ("problem" in parsed) {
			refuse({ kind: "port", at: placeOf(item), message: parsed.problem, word: parsed.word });
			return [item];
		}
		// Compose writes it in full without its port, and then misses that; in the long form it takes it.
		if (parsed[0]?.target === 0) {
			refuse({ kind: "port", at: placeOf(item), message: say`a container has no port 0`, word: goText(item) });
			return [item];
		}
		return parsed.map(({ hostIp, published, target, protocol }) =>
			inFull(item.origin, {
				mode: text("ingress"),
				host_ip: hostIp === "" ? undefined : text(hostIp),
				target: added.integer(target),
				published: published === "" ? undefined : text(published),
				protocol: text(protocol),
			}),
		);
	});
	return { ...value, items };
};

const device: Change = (value, _, refuse) => {
	if (value.kind === "mapping") return value;
	if (value.kind !== "string") return refused(value, say`a device is text or a mapping`, refuse);
	const parts = value.value.split(":");
	if (parts.length > 3) return refused(value, say`\`${value.value}\` has too many colons for \`SOURCE:TARGET:PERMISSIONS\``, refuse, "wrongForm");
	const [source = "", target = "", permissions = "rwm"] = parts;
	return inFull(value.origin, { source: text(source), target: text(target || source), permissions: text(permissions) });
};

const fileMount: Change = (value, _, refuse) => {
	if (value.kind === "mapping") return value;
	return value.kind === "string" ? inFull(value.origin, { source: value }) : refused(value, say`this is a name or a mapping`, refuse);
};

const namesToMapping: Change = (value) => namesAsMapping(value, () => added.null) ?? value;

/** `NAME=value` in a list. */
const pairs: Change = (value, _, refuse) => {
	if (value.kind === "mapping") return value;
	if (value.kind !== "sequence") return refused(value, say`this is a list of \`NAME=value\` or a mapping`, refuse);
	const entries = new Map<string, Entry>();
	for (const item of value.items) {
		const written = textOf(item) ?? "";
		const equals = written.indexOf("=");
		if (equals < 0) refused(item, say`\`${written}\` is not of the form \`NAME=value\``, refuse, "wrongForm");
		else entries.set(written.slice(0, equals), { key: item.origin, value: { kind: "string", value: written.slice(equals + 1), origin: item.origin } });
	}
	return { kind: "mapping", origin: value.origin, entries };
};

const ssh: Change = (value, _, refuse) => {
	if (value.kind === "mapping") return value;
	if (value.kind !== "sequence") return refused(value, say`\`ssh\` is a list or a mapping`, refuse);
	const entries = new Map<string, Entry>();
	for (const item of value.items) {
		const written = textOf(item);
		const equals = written?.indexOf("=") ?? -1;
		if (written === undefined || (equals < 0 && written !== "default")) refused(item, say`an SSH key is \`default\` or \`ID=path\``, refuse, "wrongForm");
		else if (equals < 0) entries.set(written, { key: item.origin, value: added.null });
		else entries.set(written.slice(0, equals), { key: item.origin, value: { kind: "string", value: written.slice(equals + 1), origin: item.origin } });
	}
	return { kind: "mapping", origin: value.origin, entries };
};

const gpus: Change = (value, place, refuse) => {
	if (value.kind === "sequence") return within(value, place, refuse);
	if (value.kind !== "string") return refused(value, say`\`gpus\` is \`all\` or a list`, refuse);
	return { kind: "sequence", origin: value.origin, items: [inFull(value.origin, { count: text("all") })] };
};

const ulimit: Change = (value, _, refuse) =>
	value.kind === "mapping" || value.kind === "integer" ? value : refused(value, say`a limit is a whole number, or a mapping of \`soft\` and \`hard\``, refuse);

const attestation: Change = (value) =>
	value.kind === "mapping" || value.kind === "sequence" ? value : { kind: "string", value: goText(value), origin: value.origin };

const maybeExternal: Change = (value, place, refuse) => {
	const full = within(value, place, refuse);
	const external = entryOf(full, "external");
	if (full.kind !== "mapping" || external?.kind !== "mapping") return full;
	const [name, old] = [entryOf(full, "name"), external.entries.get("name")];
	const entries = new Map(full.entries);
	entries.set("external", { key: entries.get("external")?.key, value: { kind: "boolean", value: true, origin: external.origin } });
	if (old && name && textOf(name) !== textOf(old.value))
		refused(old.value, say`\`name\` and \`external.name\` differ; only \`name\` is needed`, refuse, "externalConflict");
	if (old && !name) entries.set("name", old);
	return { ...full, entries };
};

const changes: Place<Change> = placeTable<Change>({
	"services.*.build": build,
	"services.*.build.secrets.*": fileMount,
	"services.*.build.provenance": attestation,
	"services.*.build.sbom": attestation,
	"services.*.build.additional_contexts": pairs,
	"services.*.build.ssh": ssh,
	"services.*.build.ulimits.*": ulimit,
	"services.*.depends_on": dependsOn,
	"services.*.env_file": environmentFiles,
	"services.*.label_file": stringOrList,
	"services.*.gpus": gpus,
	"services.*.networks": namesToMapping,
	"services.*.models": namesToMapping,
	"services.*.volumes.*": volume,
	"services.*.dns": dnsServers,
	"services.*.devices.*": device,
	"services.*.secrets.*": fileMount,
	"services.*.configs.*": fileMount,
	"services.*.ports": ports,
	"services.*.ulimits.*": ulimit,
	"services.*.develop.watch.*.ignore": stringOrList,
	"services.*.develop.watch.*.include": stringOrList,
	"volumes.*": maybeExternal,
	"networks.*": maybeExternal,
	"secrets.*": maybeExternal,
	"configs.*": maybeExternal,
});

/** What Compose takes where nothing is said: https://github.com/compose-spec/compose-go/blob/v2.14.0/transform/defaults.go. */
export function withDefaultValues(value: Value, place: Place<Fill> = defaults): Value {
	return place.held ? place.held(value) : mapWithin(value, place, withDefaultValues);
}

type Fill = (value: Value) => Value;

const filled =
	(values: (mapping: Mapping) => Readonly<Record<string, Value>>): Fill =>
	(value) =>
		value.kind === "mapping" ? withDefaults(value, values(value)) : value;

const deviceRequest = filled((mapping): Readonly<Record<string, Value>> => (mapping.entries.has("device_ids") ? {} : { count: text("all") }));

const ofPorts = { protocol: text("tcp"), mode: text("ingress") };

const defaults = placeTable<Fill>({
	"services.*.build": filled(() => ({ context: text(".") })),
	"services.*.secrets.*": filled((mapping) => ({ target: text(`/run/secrets/${textOf(entryOf(mapping, "source")) ?? ""}`) })),
	"services.*.ports.*": filled(() => ofPorts),
	"services.*.deploy.resources.reservations.devices.*": deviceRequest,
	"services.*.gpus.*": deviceRequest,
	"services.*.volumes.*.bind": filled(() => ({ create_host_path: added.boolean(true) })),
});
