import { goBoolean } from "../../../text/go-boolean.ts";
import { type Message, say } from "../../../text/message.ts";
import { csvFields, mountOptions, split } from "../../../compose/short-forms/mount-options.ts";
import { type Plain, withoutEmpty } from "./service-draft.ts";

// Values of `docker run` that are made of several.

/** Whether `--network` names a way to have one, rather than one. */
export const isNetworkMode = (network: string): boolean => /^(?:host|none|bridge|default|nat|container:.*)$/.test(network);

/** A key may have parts, by dots; behind a NUL stands one that is the user's own. */
export function put(making: Map<string, Plain>, path: string, value: Plain): void {
	const [keys = "", own] = path.split("\0");
	const [first = "", ...rest] = [...keys.split("."), ...(own === undefined ? [] : [own])];
	making.set(first, within(making.get(first), rest, value));
}

function within(outer: Plain | undefined, [first, ...rest]: readonly string[], value: Plain): Plain {
	if (first === undefined) return value;
	const held = typeof outer === "object" && outer !== null && !Array.isArray(outer) ? (outer as { readonly [name: string]: Plain }) : {};
	return { ...held, [first]: within(held[first], rest, value) };
}

/** The network's name, and how a service is in it: `name=shop,alias=db`, or a name alone. */
export function readNetwork(value: string, notes: Message[]): readonly [string, Record<string, Plain>] {
	if (!value.includes("=")) return [value, {}];
	let name = "";
	const settings: Record<string, Plain> = {};
	for (const field of csvFields(value)) {
		const [key, held = ""] = split(field, "=");
		const list = key === "alias" ? "aliases" : key === "link-local-ip" ? "link_local_ips" : undefined;
		const one = networkKeys[key];
		if (key === "name") name = held;
		else if (list) settings[list] = [...((settings[list] ?? []) as readonly Plain[]), held];
		else if (one) settings[one] = held;
		else if (key === "gw-priority") settings["gw_priority"] = Number(held);
		else if (key === "driver-opt") {
			const [option, set = ""] = split(held, "=");
			settings["driver_opts"] = { ...(settings["driver_opts"] as object | undefined), [option]: set };
		} else notes.push(say`\`--network\`: a service has nothing for \`${field}\``);
	}
	return [name, settings];
}

const networkKeys: { readonly [key: string]: string | undefined } = { ip: "ipv4_address", ip6: "ipv6_address", "mac-address": "mac_address" };

/** As a service has what `--gpus` says. */
export function gpus(value: string): Plain {
	const text = value.replaceAll('"', "");
	const bare = /^(?:all|-?\d+)(?=,|$)/.exec(text)?.[0];
	if (bare === "all" && text === bare) return "all";
	const settings = new Map([...text.matchAll(/(\w[\w-]*)=([^=]*?)(?=,\w[\w-]*=|$)/g)].map(([, key = "", held = ""]) => [key, held]));
	const count = bare ?? settings.get("count");
	return [
		withoutEmpty({
			driver: settings.get("driver"),
			count: count === undefined ? undefined : count === "all" ? -1 : Number(count),
			device_ids: settings.get("device")?.split(","),
			capabilities: settings.get("capabilities")?.split(","),
		}),
	];
}

/** What a volume is to be made with, which stands beside the services. */
export type VolumeSettings = Map<string, Map<string, Plain>>;

/** `type=…,source=…` in the long form of a volume. */
export function mount(value: string, notes: Message[], settings: VolumeSettings = new Map()): Plain {
	const volume = new Map<string, Plain>();
	const beside = new Map<string, Plain>();
	const typed = new Set<string>();
	for (const { key, held, part, path, own } of mountOptions(value)) {
		const [option, set = ""] = split(held, "=");
		if (path === "read_only" || path === "volume.nocopy") put(volume, path, goBoolean(held) ?? held);
		else if (path !== undefined) put(volume, path, path === "tmpfs.mode" ? Number.parseInt(held, 8) : held);
		else if (own !== undefined) {
			typed.add(key);
			if (own === "driver") beside.set(own, held);
			else put(beside, `${own}\0${option}`, set);
		} else if (key === "bind-nonrecursive") {
			if (goBoolean(held) === true) put(volume, "bind.recursive", "disabled");
		} else notes.push(say`\`--mount\`: a volume has nothing for \`${part}\``);
	}
	// Where it is not there, `--mount` refuses, as `-v` does not.
	if (volume.get("type") === "bind") put(volume, "bind.create_host_path", false);
	const source = volume.get("source");
	if (typeof source === "string" && beside.size > 0) settings.set(source, beside);
	else for (const key of typed) notes.push(say`\`--mount\`: a volume without a name has nothing for \`${key}\``);
	return { type: volume.get("type") ?? "volume", ...Object.fromEntries(volume) };
}

/** How far a bind goes, as a Compose file and `--mount` say it, and the option by which the engine is told. */
export const recursions = [
	["disabled", "NonRecursive"],
	["writable", "ReadOnlyNonRecursive"],
	["readonly", "ReadOnlyForceRecursive"],
] as const;

/** Compose hands on the name alone. */
export const notesOfVolumesFrom = (from: string): readonly Message[] =>
	/:ro(?:,|$)/.test(from) ? [say`\`--volumes-from ${from}\`: Compose loses the \`ro\``] : [];
