import { parseVolume } from "../../../compose/short-forms/volumes.ts";
import { goBoolean } from "../../../text/go-boolean.ts";
import { type Message, say } from "../../../text/message.ts";
import { readCommandLines, type Word } from "./read-command-lines.ts";
import { split } from "../../../compose/short-forms/mount-options.ts";
import { gpus, isNetworkMode, mount, notesOfVolumesFrom, put, readNetwork, type VolumeSettings } from "./run-values.ts";
import { type RunFlag, runFlags } from "./run-flags.ts";
import { type Plain, type ServiceDraft, serviceName, withoutEmpty } from "./service-draft.ts";

const byName = new Map(runFlags.map((flag) => [flag.name, flag]));
const byShort = new Map(runFlags.flatMap((flag) => (flag.short ? [[flag.short, flag] as const] : [])));

const programs = String.raw`(?:docker|podman|nerdctl)(?:\.exe)?`;
const program = new RegExp(String.raw`\b${programs}(?=\s)`);
const programWord = new RegExp(String.raw`(?:^|[/\\])${programs}$`);
const run = new RegExp(String.raw`\b${programs}(?:\s+-[^\n]*?)?(?:\s+container)?\s+(?:run|create)\b`);

/** Whether there is something in the text to be made a service of: cheap. */
export const mayHoldRun = (text: string): boolean => run.test(text);

/** The services of the `docker run` and `docker create` in a text; what else stands there is left out. Undefined where it cannot be read. */
export function servicesFromRun(text: string): readonly ServiceDraft[] | undefined {
	const services: ServiceDraft[] = [];
	for (const { words, outputs } of readCommandLines(text, program)) {
		const args = argumentsOf(words);
		const service = args && toService(args, outputs);
		if (!service) continue;
		const taken = services.filter(({ name }) => name.replace(/-\d+$/, "") === service.name).length;
		services.push(taken > 0 ? { ...service, name: `${service.name}-${taken + 1}` } : service);
	}
	return services.length > 0 ? services : undefined;
}

/** What follows `docker run`, whatever stands in front. */
function argumentsOf(words: readonly Word[]): readonly Word[] | undefined {
	const first = words.findIndex((word) => programWord.test(word));
	if (first < 0) return undefined;
	let at = first + 1;
	// Options of Docker itself, some with a value.
	while (words[at]?.startsWith("-")) at += /^(?:--(?:config|context|host|log-level|tls\w+)|-[cHl])$/.test(words[at] ?? "") ? 2 : 1;
	if (words[at] === "container") at++;
	return words[at] === "run" || words[at] === "create" ? words.slice(at + 1) : undefined;
}

type Given = { readonly flag: RunFlag; readonly value: string };
type Line = { readonly given: readonly Given[]; readonly unknown: readonly string[]; readonly rest: readonly Word[] };

function toService(words: readonly Word[], outputs: readonly string[]): ServiceDraft | undefined {
	const plain = readFlags(words, false);
	const other = plain.unknown.length > 0 ? readFlags(words, true) : plain;
	const { given, unknown, rest } = other.rest.length > 0 && other.given.length > plain.given.length ? other : plain;
	const [image, ...command] = rest;
	if (image === undefined) return undefined;
	const notes = [
		...unknown.map((flag) => say`\`${flag}\` is no flag of \`docker run\``),
		...outputs.map((output) => say`\`${output}\` is what a command prints, which Compose does not run: write it here`),
	];
	return draft(image, command, given, notes);
}

/** What is no flag may have a value: then that is no image, for another flag follows it. */
function readFlags(words: readonly Word[], unknownTakeValues: boolean): Line {
	const given: Given[] = [];
	const unknown: string[] = [];
	let at = 0;
	for (; at < words.length; at++) {
		const word = words[at] ?? "";
		if (word === "--") {
			at++;
			break;
		}
		if (!word.startsWith("-") || word === "-") break;
		const next = words[at + 1];
		const told = unknown.length;
		at += word.startsWith("--") ? long(word, next, given, unknown) : short(word, next, given, unknown);
		const isFollowed = unknownTakeValues && !word.includes("=") && next !== undefined && !next.startsWith("-") && words[at + 2]?.startsWith("-") === true;
		if (unknown.length > told && isFollowed) {
			unknown[told] += ` ${next}`;
			at++;
		}
	}
	return { given, unknown, rest: words.slice(at) };
}

/** Each gives how many further words it has taken. */
function long(word: string, next: string | undefined, given: Given[], unknown: string[]): number {
	const [, name = "", , value] = /^--([\w-]+)(=([^]*))?$/.exec(word) ?? [];
	const flag = byName.get(name);
	if (!flag) {
		unknown.push(word);
		return 0;
	}
	if (value !== undefined) given.push({ flag, value });
	else if (flag.takesValue) given.push({ flag, value: next ?? "" });
	else given.push({ flag, value: "true" });
	return flag.takesValue && value === undefined ? 1 : 0;
}

function short(word: string, next: string | undefined, given: Given[], unknown: string[]): number {
	for (let at = 1; at < word.length; at++) {
		const flag = byShort.get(word[at] ?? "");
		const rest = word.slice(at + 1);
		if (!flag) {
			unknown.push(`-${word[at] ?? ""}`);
			return 0;
		}
		if (flag.takesValue) {
			given.push({ flag, value: rest.replace(/^=/, "") || (next ?? "") });
			return rest ? 0 : 1;
		}
		given.push({ flag, value: rest.startsWith("=") ? rest.slice(1) : "true" });
		if (rest.startsWith("=")) return 0;
	}
	return 0;
}

/** A service that is being put together. */
type Making = Map<string, Plain>;

function draft(image: string, command: readonly Word[], given: readonly Given[], notes: Message[]): ServiceDraft {
	const making: Making = new Map([["image", image]]);
	const networks = new Map<string, Record<string, Plain>>();
	const settings: VolumeSettings = new Map();
	const driver = given.findLast(({ flag }) => flag.name === "volume-driver")?.value;
	// What else is said of a network may stand before its name.
	for (const { flag, value } of given) {
		const [network, own] = /^net(?:work)?$/.test(flag.name) ? readNetwork(value, notes) : [];
		if (network !== undefined && !isNetworkMode(network)) networks.set(network, { ...own });
	}
	for (const { flag, value } of given) {
		const { to } = flag;
		if (to.as === "none" && (flag.takesValue || goBoolean(value) !== false)) notes.push(say`\`--${flag.name}\`: ${to.instead}`);
		else if (to.as === "none") continue;
		else if (to.as === "own") special(flag.name, value, making, networks, settings, notes);
		else if (to.as === "item") add(making, to.key, /_file$/.test(to.key) ? inFolder(value) : value);
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
		volumes: volumesOf(making.get("volumes"), driver, settings),
		networks: Object.fromEntries([...networks.keys()].map((each) => [each, { external: true }])),
		notes,
	};
}

const valueOf = (as: "text" | "integer" | "number" | "switch", value: string): Plain => {
	if (as === "switch") return goBoolean(value) ?? true;
	return as !== "text" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
};

function add(making: Making, path: string, item: Plain): void {
	const [first = "", second] = path.split(".");
	const known = second === undefined ? making.get(first) : (making.get(first) as { readonly [name: string]: Plain } | undefined)?.[second];
	put(making, path, [...(Array.isArray(known) ? (known as readonly Plain[]) : []), item]);
}

/** The folder in which the line is run is where the file is; a shell on Windows may want one more slash before it. */
const inFolder = (path: string): string =>
	path.replace(/^\/{0,2}\$\{PWD\}(?=$|[/\\:,])/, ".").replace(/^\.[^:]*/, (relative) => relative.replaceAll("\\", "/"));

function special(name: string, value: string, making: Making, networks: Map<string, Record<string, Plain>>, settings: VolumeSettings, notes: Message[]): void {
	const first = (): Record<string, Plain> | undefined => [...networks.values()].at(0);
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
			// Docker takes seconds alone, which does not keep everybody from a unit.
			making.set("stop_grace_period", /\d$/.test(value) ? `${value}s` : value);
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
			{
				const volume = mount(value, notes, settings) as { readonly [key: string]: Plain };
				add(making, "volumes", typeof volume["source"] === "string" ? { ...volume, source: inFolder(volume["source"]) } : volume);
			}
			return;
		case "volume":
			add(making, "volumes", inFolder(value));
			return;
		case "volumes-from":
			notes.push(...notesOfVolumesFrom(value));
			add(making, "volumes_from", `container:${value}`);
			return;
		case "network":
		case "net":
			{
				const [network] = readNetwork(value, []);
				if (isNetworkMode(network) && network !== "default") making.set("network_mode", network);
			}
			return;
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

/** Volumes that have names keep them, and so what is in them. */
export function volumesOf(volumes: Plain | undefined, driver?: string, settings?: VolumeSettings): { readonly [name: string]: Plain } {
	const names = (Array.isArray(volumes) ? (volumes as readonly Plain[]) : []).flatMap((volume) => {
		if (typeof volume === "string") {
			const parsed = parseVolume(volume);
			return "problem" in parsed || parsed.type === "bind" || parsed.source === "" || parsed.source.includes("$") ? [] : [parsed.source];
		}
		const { type, source } = volume as { readonly type?: string; readonly source?: string };
		return type === "volume" && source !== undefined ? [source] : [];
	});
	return Object.fromEntries(names.map((name) => [name, withoutEmpty({ name, driver, ...Object.fromEntries(settings?.get(name) ?? []) })]));
}
