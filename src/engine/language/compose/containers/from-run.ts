import { parseVolume } from "../../../compose/short-forms/volumes.ts";
import { type Message, say } from "../../../text/message.ts";
import { readCommandLines, type Word } from "./read-command-lines.ts";
import { type RunFlag, runFlags } from "./run-flags.ts";
import { type Plain, type ServiceDraft, serviceName, withoutEmpty } from "./service-draft.ts";

const byName = new Map(runFlags.map((flag) => [flag.name, flag]));
const byShort = new Map(runFlags.flatMap((flag) => (flag.short ? [[flag.short, flag] as const] : [])));

/** Whether there is something in the text to be made a service of: cheap. */
export const mayHoldRun = (text: string): boolean => /\b(?:docker|podman|nerdctl)(?:\.exe)?(?:\s+container)?\s+(?:run|create)\b/.test(text);

/** The services of the `docker run` and `docker create` in a text; what else stands there is left out. Undefined where it cannot be read. */
export function servicesFromRun(text: string): readonly ServiceDraft[] | undefined {
	const services: ServiceDraft[] = [];
	for (const words of readCommandLines(text) ?? []) {
		const args = argumentsOf(words);
		const service = args && toService(args);
		if (!service) continue;
		const taken = services.filter(({ name }) => name.replace(/-\d+$/, "") === service.name).length;
		services.push(taken > 0 ? { ...service, name: `${service.name}-${taken + 1}` } : service);
	}
	return services.length > 0 ? services : undefined;
}

/** What follows `docker run`, whatever stands in front. */
function argumentsOf(words: readonly Word[]): readonly Word[] | undefined {
	const program = words.findIndex((word) => /(?:^|[/\\])(?:docker|podman|nerdctl)(?:\.exe)?$/.test(word));
	if (program < 0) return undefined;
	let at = program + 1;
	// Options of Docker itself, some with a value.
	while (words[at]?.startsWith("-")) at += /^(?:--(?:config|context|host|log-level|tls\w+)|-[cHl])$/.test(words[at] ?? "") ? 2 : 1;
	if (words[at] === "container") at++;
	return words[at] === "run" || words[at] === "create" ? words.slice(at + 1) : undefined;
}

type Given = { readonly flag: RunFlag; readonly value: string };

function toService(words: readonly Word[]): ServiceDraft | undefined {
	const notes: Message[] = [];
	const given: Given[] = [];
	let at = 0;
	for (; at < words.length; at++) {
		const word = words[at] ?? "";
		if (word === "--") {
			at++;
			break;
		}
		if (!word.startsWith("-") || word === "-") break;
		at += word.startsWith("--") ? long(word, words[at + 1], given, notes) : short(word, words[at + 1], given, notes);
	}
	const image = words[at];
	if (image === undefined) return undefined;
	return draft(image, words.slice(at + 1), given, notes);
}

/** Each gives how many further words it has taken. */
function long(word: string, next: string | undefined, given: Given[], notes: Message[]): number {
	const [, name = "", , value] = /^--([\w-]+)(=([^]*))?$/.exec(word) ?? [];
	const flag = byName.get(name);
	if (!flag) {
		notes.push(say`\`${word}\` is no flag of \`docker run\``);
		return 0;
	}
	if (value !== undefined) given.push({ flag, value });
	else if (flag.takesValue) given.push({ flag, value: next ?? "" });
	else given.push({ flag, value: "true" });
	return flag.takesValue && value === undefined ? 1 : 0;
}

function short(word: string, next: string | undefined, given: Given[], notes: Message[]): number {
	for (let at = 1; at < word.length; at++) {
		const flag = byShort.get(word[at] ?? "");
		if (!flag) {
			notes.push(say`\`-${word[at] ?? ""}\` is no flag of \`docker run\``);
			return 0;
		}
		if (!flag.takesValue) {
			given.push({ flag, value: "true" });
			continue;
		}
		const rest = word.slice(at + 1).replace(/^=/, "");
		given.push({ flag, value: rest || (next ?? "") });
		return rest ? 0 : 1;
	}
	return 0;
}

/** A service that is being put together. */
type Making = Map<string, Plain>;

function draft(image: string, command: readonly Word[], given: readonly Given[], notes: Message[]): ServiceDraft {
	const making: Making = new Map([["image", image]]);
	const networks = new Map<string, Record<string, Plain>>();
	const driver = given.findLast(({ flag }) => flag.name === "volume-driver")?.value;
	for (const { flag, value } of given) {
		const { to } = flag;
		if (to.as === "none") notes.push(say`\`--${flag.name}\`: ${to.instead}`);
		else if (to.as === "own") special(flag.name, value, making, networks, notes);
		else if (to.as === "item") add(making, to.key, value);
		else if (to.as === "pair") {
			const [name, held] = split(value, "=");
			put(making, `${to.key}\0${name}`, held ?? "");
		} else put(making, to.key, valueOf(to.as, value));
	}
	if (making.has("restart") && making.get("restart") === "no") making.delete("restart");
	if (command.length > 0) making.set("command", command);
	const own = making.get("container_name");
	const name = serviceName(
		typeof own === "string"
			? own
			: (image
					.replace(/[@:][^/]*$/, "")
					.split("/")
					.at(-1) ?? ""),
	);
	if (networks.size > 0)
		making.set("networks", Object.fromEntries([...networks].map(([each, settings]) => [each, Object.keys(settings).length > 0 ? settings : null])));
	return {
		name,
		service: withoutEmpty(Object.fromEntries(making)),
		volumes: volumesOf(making.get("volumes"), driver),
		networks: Object.fromEntries([...networks.keys()].map((each) => [each, { external: true }])),
		notes,
	};
}

const valueOf = (as: "text" | "integer" | "number" | "switch", value: string): Plain => {
	if (as === "switch") return value !== "false";
	return as !== "text" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
};

const split = (text: string, by: string): readonly [string, string | undefined] => {
	const at = text.indexOf(by);
	return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + by.length)];
};

/** A key may have parts, by dots; behind a NUL stands one that is the user's own. */
function put(making: Making, path: string, value: Plain): void {
	const [keys = "", own] = path.split("\0");
	const [first = "", ...rest] = [...keys.split("."), ...(own === undefined ? [] : [own])];
	making.set(first, within(making.get(first), rest, value));
}

function within(outer: Plain | undefined, [first, ...rest]: readonly string[], value: Plain): Plain {
	if (first === undefined) return value;
	const held = typeof outer === "object" && outer !== null && !Array.isArray(outer) ? (outer as { readonly [name: string]: Plain }) : {};
	return { ...held, [first]: within(held[first], rest, value) };
}

function add(making: Making, path: string, item: Plain): void {
	const [first = "", second] = path.split(".");
	const known = second === undefined ? making.get(first) : (making.get(first) as { readonly [name: string]: Plain } | undefined)?.[second];
	put(making, path, [...(Array.isArray(known) ? (known as readonly Plain[]) : []), item]);
}

const modes = /^(?:host|none|bridge|default|nat|container:.*)$/;

function special(name: string, value: string, making: Making, networks: Map<string, Record<string, Plain>>, notes: Message[]): void {
	const first = (): Record<string, Plain> | undefined => [...networks.values()].at(-1);
	const ofNetwork = (key: string, held: Plain): void => {
		const network = first();
		if (network) network[key] = held;
		else notes.push(say`\`--${name}\`: it needs a network of its own`);
	};
	switch (name) {
		case "env": {
			const [variable, held] = split(value, "=");
			put(making, `environment\0${variable}`, held ?? null);
			return;
		}
		case "entrypoint":
			making.set("entrypoint", value === "" ? [""] : [value]);
			return;
		case "stop-timeout":
			making.set("stop_grace_period", `${value}s`);
			return;
		case "ulimit": {
			const [limit, held = ""] = split(value, "=");
			const [soft = 0, hard] = held.split(":").map(Number);
			put(making, `ulimits\0${limit}`, hard === undefined ? soft : { soft, hard });
			return;
		}
		case "gpus":
			making.set("gpus", gpus(value));
			return;
		case "mount":
			add(making, "volumes", mount(value, notes));
			return;
		case "volume":
			add(making, "volumes", value);
			return;
		case "volumes-from":
			add(making, "volumes_from", `container:${value}`);
			return;
		case "network":
		case "net": {
			const settings = value.includes("=") ? new Map(value.split(",").map((part) => split(part, "="))) : new Map([["name", value]]);
			const network = settings.get("name") ?? "";
			if (modes.test(network)) {
				if (network !== "default") making.set("network_mode", network);
				return;
			}
			const aliases = value.split(",").flatMap((part) => (part.startsWith("alias=") ? [part.slice("alias=".length)] : []));
			const known = { aliases, ipv4_address: settings.get("ip"), ipv6_address: settings.get("ip6"), mac_address: settings.get("mac-address") };
			networks.set(network, { ...withoutEmpty(known) });
			return;
		}
		case "network-alias":
		case "net-alias": {
			const aliases = first()?.["aliases"];
			return ofNetwork("aliases", [...(Array.isArray(aliases) ? (aliases as readonly Plain[]) : []), value]);
		}
		case "ip":
			return ofNetwork("ipv4_address", value);
		case "ip6":
			return ofNetwork("ipv6_address", value);
		case "link-local-ip":
			return ofNetwork("link_local_ips", [value]);
		case "mac-address":
			if (first()) ofNetwork("mac_address", value);
			else making.set("mac_address", value);
			return;
		case "blkio-weight-device": {
			const [path, weight = ""] = split(value, ":");
			return add(making, "blkio_config.weight_device", { path, weight: Number(weight) });
		}
		case "device-read-bps":
		case "device-read-iops":
		case "device-write-bps":
		case "device-write-iops": {
			const [path, rate = ""] = split(value, ":");
			return add(making, `blkio_config.${name.replaceAll("-", "_")}`, { path, rate: /^\d+$/.test(rate) ? Number(rate) : rate });
		}
	}
}

/** As a service has what `--gpus` says. */
export function gpus(value: string): Plain {
	if (value === "all") return "all";
	if (/^\d+$/.test(value)) return [{ count: Number(value) }];
	const settings = new Map([...value.replaceAll('"', "").matchAll(/(\w+)=([^=]*?)(?=,\w+=|$)/g)].map(([, key = "", held = ""]) => [key, held]));
	const count = settings.get("count");
	return [
		withoutEmpty({
			driver: settings.get("driver"),
			count: count === undefined ? undefined : count === "all" ? -1 : Number(count),
			device_ids: settings.get("device")?.split(","),
			capabilities: settings.get("capabilities")?.split(","),
		}),
	];
}

/** `type=…,source=…` in the long form of a volume. */
export function mount(value: string, notes: Message[]): Plain {
	const volume: Making = new Map();
	for (const part of value.split(",")) {
		const [key, held = "true"] = split(part, "=");
		const path = mountKeys[key.toLowerCase()];
		if (path === undefined) notes.push(say`\`--mount\`: a volume has nothing for \`${part}\``);
		else put(volume, path, held === "true" ? true : path === "tmpfs.mode" ? Number.parseInt(held, 8) : held);
	}
	// Where it is not there, `--mount` refuses, as `-v` does not.
	if (volume.get("type") === "bind") put(volume, "bind.create_host_path", false);
	return { type: volume.get("type") ?? "volume", ...Object.fromEntries(volume) };
}

const mountKeys: { readonly [key: string]: string | undefined } = {
	type: "type",
	source: "source",
	src: "source",
	target: "target",
	destination: "target",
	dst: "target",
	readonly: "read_only",
	ro: "read_only",
	consistency: "consistency",
	"bind-propagation": "bind.propagation",
	"bind-recursive": "bind.recursive",
	"volume-nocopy": "volume.nocopy",
	"volume-subpath": "volume.subpath",
	"image-subpath": "image.subpath",
	"tmpfs-size": "tmpfs.size",
	"tmpfs-mode": "tmpfs.mode",
};

/** Volumes that have names keep them, and so what is in them. */
export function volumesOf(volumes: Plain | undefined, driver?: string): { readonly [name: string]: Plain } {
	const names = (Array.isArray(volumes) ? (volumes as readonly Plain[]) : []).flatMap((volume) => {
		if (typeof volume === "string") {
			const parsed = parseVolume(volume);
			return "problem" in parsed || parsed.type === "bind" || parsed.source === "" || parsed.source.includes("$") ? [] : [parsed.source];
		}
		const { type, source } = volume as { readonly type?: string; readonly source?: string };
		return type === "volume" && source !== undefined ? [source] : [];
	});
	return Object.fromEntries(names.map((name) => [name, withoutEmpty({ name, driver })]));
}
